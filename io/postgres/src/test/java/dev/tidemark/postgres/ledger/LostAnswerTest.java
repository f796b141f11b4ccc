// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static dev.tidemark.postgres.ledger.CommitBuilder.commit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.embedded.TestServer;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.CommitOutcome.Accepted;
import dev.tidemark.model.stream.Lease;
import dev.tidemark.postgres.DatabaseAccess;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The connection breaks after the server committed and before anybody hears of it. */
class LostAnswerTest {
  private final Fixture fixture = Fixture.shared();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aCommitThatHappenedIsNotDoneTwice() throws IOException {
    StreamId stream = fixture.newStream();
    Lease lease = fixture.taken(stream);
    try (CuttingProxy proxy = new CuttingProxy(TestServer.shared().port());
        PostgresLedger ledger = through(proxy).open()) {
      ledger.leases().holders(List.of(stream));
      proxy.swallowNext("COMMIT");
      var outcomes = ledger.streams().commit(List.of(commit(stream, lease, 0, 1).build()));
      assertThat(outcomes).singleElement().isInstanceOf(Accepted.class);
      assertThat(proxy.cuts()).isEqualTo(1);
    }
    assertThat(fixture.revision()).isEqualTo(1);
    assertThat(
            fixture.number(
                "SELECT records AS number FROM ingest_volume WHERE connector_id = ?",
                stream.connector().value()))
        .isEqualTo(10);
    assertThat(fixture.ledger.leases().holders(List.of(stream))).containsKey(stream);
  }

  private DatabaseAccess through(CuttingProxy proxy) {
    URI real = URI.create(fixture.access.location().jdbcUrl().substring("jdbc:".length()));
    String url =
        "postgresql://%s@127.0.0.1:%d%s"
            .formatted(fixture.access.location().user(), proxy.port(), real.getPath());
    return DatabaseAccess.at(url).withPassword(TestServer.shared().password().reveal());
  }
}
