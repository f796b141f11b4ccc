// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.salesforce.FakeSalesforce;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.event.MetricValue;
import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.testkit.InMemoryTokens;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Login;
import dev.tidemark.testkit.organisation.Oracle;
import dev.tidemark.testkit.organisation.Organisation;
import dev.tidemark.testkit.organisation.Person;
import dev.tidemark.testkit.organisation.Platform;
import dev.tidemark.testkit.organisation.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the connector makes of the company's organisation is what is true of the company. */
class TidewaterTest {
  private final Account company = Organisation.of(1, 7, Fakes.NIGHT).account(Platform.SALESFORCE);
  private final FakeSalesforce fake = FakeSalesforce.of(company, VirtualClock.at(Fakes.NIGHT));
  private final Oracle truth = company.oracle();
  private final Connector connector = Reader.open(settings(), new InMemoryTokens());

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(fake.settings());
    settings.put("history", "P28D");
    return settings;
  }

  @AfterEach
  void close() {
    connector.close();
    fake.close();
  }

  @Test
  void everyStreamFeedsEveryMetricItDeclaresButWhatIsNotMissing() {
    Set<String> fed = new TreeSet<>();
    Set<String> declared = new TreeSet<>();
    for (StreamDescription stream : new SalesforceType().description().streams()) {
      declared.addAll(stream.metrics());
      events(stream.name()).forEach(event -> fed.add(event.metric()));
    }
    declared.remove(MetricNames.PERMISSION_MISSING);
    assertThat(fed).isEqualTo(declared);
  }

  @Test
  void countsObjectsOwnersClassesAndTexts() throws Exception {
    long owned = 0;
    long classified = 0;
    List<Change> objects = Reader.all(connector, "objects", 500);
    for (Change change : objects) {
      JsonNode object = new ObjectMapper().readTree(change.payload().utf8());
      owned += object.path("fields_owned").asInt() > 0 ? 1 : 0;
      classified += object.hasNonNull("class") ? 1 : 0;
    }
    assertThat((long) objects.size()).isEqualTo(truth.assets(Fakes.NIGHT));
    assertThat(owned).isEqualTo(truth.owned(Fakes.NIGHT));
    assertThat(classified).isEqualTo(truth.classified(Fakes.NIGHT));
    assertThat(described(events("objects"))).isEqualTo(truth.described(Fakes.NIGHT));
  }

  @Test
  void knowsWhoSignedInAndHow() {
    TimeRange month =
        new TimeRange(Reader.UPPER.minus(Duration.ofDays(28)), Fakes.NIGHT.plusMillis(1));
    List<MetricEvent> events = events("logins");
    assertThat(events.stream().filter(it -> it.metric().equals(MetricNames.LOGIN)).count())
        .isEqualTo(truth.logins(month));
    assertThat(members(events, "human", "")).hasSize(truth.signedIn(month).size());
    Set<Person> strong = truth.signedIn(month, Login::isStrong);
    assertThat(members(events, "human", "true")).hasSize(strong.size());
  }

  @Test
  void findsThePrivilegedAndTheEntitled() {
    assertThat(events("grants"))
        .as("with Tidemark's own user, who may manage users here")
        .hasSize(truth.grants(Fakes.NIGHT).size() + 1);
    long humans = company.people(Fakes.NIGHT).stream().filter(Person::isHuman).count();
    assertThat(members(events("users"), "human", "")).hasSize((int) humans);
  }

  private static long described(List<MetricEvent> events) {
    return events.stream()
        .filter(it -> it.value() instanceof MetricValue.Facts)
        .filter(it -> "true".equals(((MetricValue.Facts) it.value()).facts().get("described")))
        .count();
  }

  private static Set<String> members(List<MetricEvent> events, String kind, String mfa) {
    Set<String> members = new TreeSet<>();
    for (MetricEvent event : events) {
      boolean fits =
          kind.equals(event.attributes().values().get("principal.kind"))
              && (mfa.isEmpty() || mfa.equals(event.attributes().values().get("mfa")));
      if (fits && event.value() instanceof MetricValue.Member member) {
        members.add(member.pseudonym());
      }
    }
    return members;
  }

  private List<MetricEvent> events(String stream) {
    List<MetricEvent> events = new ArrayList<>();
    NormaliseContext context = new NormaliseContext(connector.stratum(), Fakes.NIGHT, name -> name);
    for (Change change : Reader.all(connector, stream, 500)) {
      new SalesforceType().normalise(stream, change, context, events::add);
    }
    return events;
  }
}
