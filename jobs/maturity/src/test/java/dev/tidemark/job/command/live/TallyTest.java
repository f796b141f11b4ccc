// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.job.command.live.Progress.ActiveConnector;
import dev.tidemark.job.command.live.Progress.ReadStream;
import dev.tidemark.job.command.live.Progress.ScoredOrganisation;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final long JOB = 7;
  private static final Set<String> WANTED = Set.of("roles", "tables");

  private static ReadStream stream(
      String name, long epoch, @Nullable Instant caughtUp, @Nullable String failure) {
    return new ReadStream(name, "in sync", epoch, caughtUp, caughtUp, failure);
  }

  private static Tally of(long scored, ReadStream... streams) {
    ActiveConnector connector =
        new ActiveConnector(
            new ConnectorId(UUID.randomUUID()), "own", "postgresql", WANTED, List.of(streams));
    ScoredOrganisation organisation =
        new ScoredOrganisation(new OrganisationId(UUID.randomUUID()), "Acme", 5, scored);
    return Tally.of(new Progress(List.of(connector), List.of(organisation)), JOB);
  }

  @Test
  void countsWhatThisJobHasReadOnly() {
    Instant now = Instant.EPOCH;
    Tally tally = of(5, stream("roles", JOB, now, null), stream("tables", JOB - 1, now, null));
    assertThat(tally.isReadWholly()).isFalse();
    assertThat(tally.text()).isEqualTo("read 1 of 2 streams, score up to date");
  }

  @Test
  void isWholeWhenEveryWantedStreamIs() {
    Instant now = Instant.EPOCH;
    Tally tally = of(4, stream("roles", JOB, now, null), stream("tables", JOB, now, null));
    assertThat(tally.isReadWholly()).isTrue();
    assertThat(tally.text()).isEqualTo("read 2 of 2 streams, scoring");
  }

  @Test
  void namesWhatFails() {
    Tally tally =
        of(5, stream("roles", JOB, Instant.EPOCH, null), stream("tables", JOB, null, "no right"));
    assertThat(tally.isReadWholly()).isFalse();
    assertThat(tally.isReadExceptFailing()).isTrue();
    assertThat(tally.failing()).containsExactly("own/tables: no right");
  }
}
