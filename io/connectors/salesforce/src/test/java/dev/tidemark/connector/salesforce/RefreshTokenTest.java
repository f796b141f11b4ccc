// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.fake.salesforce.FakeSalesforce;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.testkit.InMemoryTokens;
import dev.tidemark.testkit.stage.TokenScenes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The app rotates its refresh tokens: each is good once. */
class RefreshTokenTest {
  private final FakeSalesforce fake = Fakes.start();
  private final TokenScenes scenes = fake.scenes(TokenScenes.class).orElseThrow();

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void whoeverComesLaterGoesOnWithTheTokenThatWasKept() {
    InMemoryTokens tokens = new InMemoryTokens();
    for (int start = 1; start <= 3; start++) {
      try (Connector connector = Reader.open(fake.refreshing(), tokens)) {
        assertThat(Reader.all(connector, "org", 10)).hasSize(1);
      }
      assertThat(scenes.issued()).isEqualTo(start);
    }
    assertThat(scenes.reused()).as("used-up tokens presented again").isZero();
  }

  @Test
  void theNextTokenIsKeptBeforeTheAccessTokenIsUsed() {
    InMemoryTokens tokens = new InMemoryTokens();
    List<Long> asked = new ArrayList<>();
    TokenStore watched =
        (credential, renewal) -> {
          TokenStore.Kept kept = tokens.renew(credential, renewal);
          asked.add(data());
          return kept;
        };
    try (Connector connector = Reader.open(fake.refreshing(), watched)) {
      Reader.all(connector, "org", 10);
    }
    assertThat(asked).as("requests with a token before it was kept").containsExactly(0L);
    assertThat(data()).isPositive();
  }

  @Test
  void withoutAStoreNothingIsUsedUp() {
    SalesforceType type = new SalesforceType();
    try (Connector connector = type.open(type.description().options().parse(fake.refreshing()))) {
      assertThatThrownBy(() -> Reader.all(connector, "org", 10))
          .isInstanceOfSatisfying(
              ConnectorException.class,
              refusal -> assertThat(refusal.category()).isEqualTo(Category.UNSUPPORTED))
          .hasMessageContaining("add the connector to a database");
    }
    assertThat(scenes.issued()).isZero();
  }

  @Test
  void theAppCanAskInItsOwnName() {
    try (Connector connector = Reader.open(fake.clientCredentials(), new InMemoryTokens())) {
      assertThat(Reader.all(connector, "users", 500)).isNotEmpty();
    }
  }

  private long data() {
    return fake.server().journal().requests(it -> it.path().startsWith("/services/data/v")).size();
  }
}
