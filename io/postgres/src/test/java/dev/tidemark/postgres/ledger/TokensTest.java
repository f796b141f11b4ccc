// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.embedded.TestServer;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.TokenStore.Kept;
import dev.tidemark.spi.options.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final String CREDENTIAL = "refresh-token";
  private static final String CONTENT =
      "SELECT content::text AS text FROM connector_token WHERE connector_id = ?";

  private final Fixture fixture = Fixture.shared();
  private final ConnectorId connector = fixture.newConnector();
  private final TokenStore tokens = fixture.ledger.registry().tokens(connector);

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void whatARenewalReturnsIsWhatTheNextOneFinds() {
    assertThat(renewed("first")).isEqualTo(kept("first", null));
    TokenStore restarted = fixture.ledger.registry().tokens(connector);
    assertThat(restarted.renew(CREDENTIAL, TokensTest::rotated)).isEqualTo(kept("first+", "first"));
    assertThat(restarted.renew(CREDENTIAL, TokensTest::rotated))
        .isEqualTo(kept("first++", "first+"));
  }

  @Test
  void nothingCanBeReadWithoutTheKey() {
    renewed("canary-0815");
    assertThat(fixture.text(CONTENT, connector.value()))
        .contains("ciphertext")
        .doesNotContain("canary-0815");
  }

  @Test
  void eachConnectorAndCredentialHasItsOwn() {
    renewed("first");
    assertThat(tokens.renew("another", before -> kept(String.valueOf(before.isEmpty()), null)))
        .isEqualTo(kept("true", null));
    TokenStore stranger = fixture.ledger.registry().tokens(fixture.newConnector());
    assertThat(stranger.renew(CREDENTIAL, before -> kept(String.valueOf(before.isEmpty()), null)))
        .isEqualTo(kept("true", null));
  }

  @Test
  void aRenewalThatFailsLeavesWhatWasKept() {
    renewed("first");
    ConnectorException refusal = ConnectorException.of(Category.AUTH, "refused: try another");
    assertThatThrownBy(
            () ->
                tokens.renew(
                    CREDENTIAL,
                    before -> {
                      throw refusal;
                    }))
        .isSameAs(refusal);
    assertThat(tokens.renew(CREDENTIAL, TokensTest::rotated)).isEqualTo(kept("first+", "first"));
  }

  @Test
  void whoeverComesSecondWaitsAndGoesOnFromTheFirst() throws Exception {
    renewed("first");
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService others = Executors.newFixedThreadPool(2);
    try {
      Future<Kept> slow =
          others.submit(() -> tokens.renew(CREDENTIAL, before -> slowly(begun, go, before)));
      assertThat(begun.await(300, TimeUnit.SECONDS)).isTrue();
      Future<Kept> second = others.submit(() -> tokens.renew(CREDENTIAL, TokensTest::rotated));
      assertThat(second.isDone()).isFalse();
      go.countDown();
      assertThat(slow.get(300, TimeUnit.SECONDS)).isEqualTo(kept("first+", "first"));
      assertThat(second.get(300, TimeUnit.SECONDS)).isEqualTo(kept("first++", "first+"));
    } finally {
      others.shutdownNow();
    }
  }

  @Test
  void aRenewalWhoseCommitWasLostIsNotAskedForAgain() throws IOException {
    renewed("first");
    AtomicInteger asked = new AtomicInteger();
    try (CuttingProxy proxy = new CuttingProxy(TestServer.shared().port());
        Database distant = through(proxy).database()) {
      TokenStore remote = new PostgresTokens(distant, fixture.keyring, connector);
      Kept renewed =
          remote.renew(
              CREDENTIAL,
              before -> {
                asked.incrementAndGet();
                proxy.swallowNext("COMMIT");
                return rotated(before);
              });
      assertThat(renewed).isEqualTo(kept("first+", "first"));
      assertThat(proxy.cuts()).isEqualTo(1);
    }
    assertThat(asked).hasValue(1);
    assertThat(tokens.renew(CREDENTIAL, TokensTest::rotated)).isEqualTo(kept("first++", "first+"));
  }

  @Test
  void aConnectorTakesItsTokensWithIt() {
    renewed("first");
    fixture.change("DELETE FROM data_connectors WHERE id = ?", connector.value());
    assertThat(
            fixture.number(
                "SELECT count(*) AS number FROM connector_token WHERE connector_id = ?",
                connector.value()))
        .isZero();
    assertThatThrownBy(() -> renewed("second"))
        .isInstanceOfSatisfying(
            ConnectorException.class,
            failure -> assertThat(failure.category()).isEqualTo(Category.NOT_FOUND))
        .hasMessageContaining("add it again");
  }

  private Kept renewed(String token) {
    return tokens.renew(CREDENTIAL, before -> kept(token, null));
  }

  private static Kept rotated(Optional<Kept> before) {
    String token = before.orElseThrow().token().reveal();
    return kept(token + "+", token);
  }

  private static Kept slowly(CountDownLatch begun, CountDownLatch go, Optional<Kept> before) {
    begun.countDown();
    try {
      assertThat(go.await(300, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return rotated(before);
  }

  private static Kept kept(String token, @Nullable String previous) {
    return new Kept(Secret.of(token), previous == null ? null : Secret.of(previous), "fingerprint");
  }

  private DatabaseAccess through(CuttingProxy proxy) {
    URI real = URI.create(fixture.access.location().jdbcUrl().substring("jdbc:".length()));
    String url =
        "postgresql://%s@127.0.0.1:%d%s"
            .formatted(fixture.access.location().user(), proxy.port(), real.getPath());
    return DatabaseAccess.at(url).withPassword(TestServer.shared().password().reveal());
  }
}
