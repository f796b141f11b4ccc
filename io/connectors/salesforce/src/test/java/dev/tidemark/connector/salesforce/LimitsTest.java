// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.fake.salesforce.FakeSalesforce;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.testkit.InMemoryTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the organisation allows, shows and hides. */
class LimitsTest {
  private final FakeSalesforce fake = Fakes.start();
  private final Connector connector = Reader.open(fake.settings(), new InMemoryTokens());

  @AfterEach
  void close() {
    connector.close();
    fake.close();
  }

  @Test
  void readingRestsWhileTooMuchOfTheAllocationIsUsed() {
    fake.used(81_000, 100_000);
    Reader.all(connector, "users", 500);
    long asked = fake.server().journal().count();
    assertThatThrownBy(() -> Reader.all(connector, "users", 500))
        .isInstanceOfSatisfying(
            ConnectorException.class,
            rest -> {
              assertThat(rest.category()).isEqualTo(Category.RATE_LIMITED);
              assertThat(rest.retryAfter().orElseThrow())
                  .isAfter(Instant.now().plus(Duration.ofMinutes(25)));
            })
        .hasMessageContaining("of its 100000 API requests")
        .hasMessageContaining("80 %");
    assertThat(fake.server().journal().count()).as("nothing is asked").isEqualTo(asked);
  }

  @Test
  void aShareBelowIsNoReasonToRest() {
    fake.used(79_000, 100_000);
    assertThat(Reader.all(connector, "users", 500)).isNotEmpty();
    assertThat(Reader.all(connector, "users", 500)).isNotEmpty();
  }

  @Test
  void whatTheVendorCountsIsReportedAsCost() {
    var page =
        connector.fetch(
            new FetchRequest("users", ReadPosition.at(Cursor.start()), Fakes.NIGHT, 500, 1 << 20));
    assertThat(page.volume().cost().amounts().values())
        .singleElement()
        .matches(it -> it.intValueExact() == 2, "how many there are, and one query");
    assertThat(page.volume().calls()).as("with the token and the releases").isEqualTo(4);
  }

  @Test
  void answersWithFewerRowsThanAskedForLoseNothingAndNeedNoLocator() {
    List<Change> whole = Reader.all(connector, "users", 500);
    fake.batch(3);
    fake.forgetLocators();
    assertThat(Reader.all(connector, "users", 500)).isEqualTo(whole);
    assertThat(fake.server().journal().requests(it -> it.path().contains("/query/0r8"))).isEmpty();
  }

  @Test
  void aHiddenFieldIsLeftOutAndAskedForNoMore() {
    int all = Reader.all(connector, "users", 500).size();
    fake.hide("User.Department");
    List<Change> rest = Reader.all(connector, "users", 500);
    assertThat(rest).hasSize(all);
    assertThat(rest.get(0).payload().utf8()).contains("\"department\":null");
    fake.server().journal().clear();
    Reader.all(connector, "users", 500);
    assertThat(fake.server().journal().carrying("Department")).isEmpty();
  }

  @Test
  void aFieldThatIsNeededIsAMissingPermission() {
    fake.hide("User.IsActive");
    assertThatThrownBy(() -> Reader.all(connector, "users", 500))
        .isInstanceOfSatisfying(
            ConnectorException.class,
            refusal -> assertThat(refusal.category()).isEqualTo(Category.PERMISSION))
        .hasMessageContaining("IsActive");
  }

  @Test
  void ownSignInsAreNotTakenForAll() {
    fake.revoke("ManageUsers", "MonitorLoginHistory");
    assertThatThrownBy(() -> Reader.all(connector, "logins", 500))
        .hasMessageContaining("Monitor Login History");
  }

  @Test
  void withoutIdentityChecksNothingIsSaidOfPasswords() {
    fake.revoke("ManageUsers");
    assertThat(Reader.all(connector, "logins", 500))
        .isNotEmpty()
        .allMatch(it -> it.payload().utf8().contains("\"second_factor\":null"));
  }

  @Test
  void theNewestReleaseBothKnowIsSpoken() {
    Reader.all(connector, "org", 10);
    assertThat(fake.server().journal().requests(it -> it.path().contains("/v66.0/"))).isNotEmpty();
    assertThat(fake.server().journal().requests(it -> it.path().equals("/services/data/")))
        .singleElement()
        .matches(it -> it.header("Authorization").isEmpty(), "without a credential");
  }

  @Test
  void aTokenForAnotherAddressIsNotUsed() {
    Map<String, Object> elsewhere = new HashMap<>(fake.settings());
    String here = String.valueOf(elsewhere.get("address"));
    elsewhere.put("address", here.replace("127.0.0.1", "localhost"));
    try (Connector stranger = Reader.open(elsewhere, new InMemoryTokens())) {
      assertThatThrownBy(() -> Reader.all(stranger, "org", 10))
          .hasMessageContaining("the organisation's address is " + here)
          .hasMessageContaining("correct the option address");
    }
    assertThat(fake.server().journal().requests(it -> it.path().contains("/data/v"))).isEmpty();
  }
}
