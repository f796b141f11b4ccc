// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidemark.e2e.world.Streams;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.spi.options.Secret;
import dev.tidemark.testkit.fake.FakePlatforms;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Organisation;
import dev.tidemark.testkit.stage.RecordScenes;
import dev.tidemark.testkit.stage.Stage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Very many connectors, in organisations that have one account each: in most accounts something
 * happens now and then, in the others never, and a few connectors find nobody. The accounts are
 * played in this process, away from the cluster, and listen to real HTTP.
 */
final class Crowd implements AutoCloseable {
  private static final String PLATFORM = "salesforce";
  private static final String PURPOSE = "the soak";
  private static final List<String> STREAMS = List.of("logins", "setup_changes");
  private static final int OF_AN_ACCOUNT = 200;
  private static final int FEWEST_ACCOUNTS = 5;
  private static final int ONE_ACCOUNT_IS_QUIET_OF = 5;
  private static final int ONE_FINDS_NOBODY_OF = 50;
  private static final Duration TO_BE_READ = Duration.ofHours(1);
  private static final JsonMapper JSON = new JsonMapper();

  private static final String OF_THEM =
      " FROM stream WHERE organisation_id IN (SELECT id FROM organisation WHERE name LIKE 'Crowd"
          + " %%')";

  private final Theatre theatre;
  private final Random random;
  private final int connectors;
  private final Duration interval;
  private final List<Stage> accounts = new ArrayList<>();

  /** Of so many connectors, each of which reads one stream now and then. */
  Crowd(Theatre theatre, int connectors, Duration interval, Random random) {
    this.theatre = theatre;
    this.connectors = connectors;
    this.interval = interval;
    this.random = random;
    int number = Math.max(FEWEST_ACCOUNTS, connectors / OF_AN_ACCOUNT);
    for (int account = 0; account < number; account++) {
      accounts.add(account(account));
    }
  }

  private static Stage account(int number) {
    Organisation company = Organisation.of(number + 1, 1, Instant.now());
    return FakePlatforms.of(PLATFORM)
        .start(new FakeSetup(company, Clock.systemUTC(), Promptness.AS_DOCUMENTED));
  }

  /** Connects all and waits until each has been read or has failed. */
  Crowd connected() {
    Instant begin = Instant.now();
    try (Administration administration = Administration.of(theatre.access())) {
      List<OrganisationId> owners =
          accounts.stream()
              .map(it -> "Crowd " + accounts.indexOf(it))
              .map(administration.organisations()::findOrCreate)
              .toList();
      for (int number = 0; number < connectors; number++) {
        administration.connectors().add(connector(number, owners), PURPOSE);
      }
    }
    tell(begin, "are connected");
    Streams.within("all " + connectors + " connectors have been tried", TO_BE_READ)
        .pollInterval(Duration.ofSeconds(5))
        .ignoreExceptions()
        .until(() -> tried(begin) == connectors);
    tell(begin, "have been tried");
    return this;
  }

  private NewConnector connector(int number, List<OrganisationId> owners) {
    int account = number % accounts.size();
    Map<String, Object> settings = new HashMap<>(accounts.get(account).settings());
    if (number / accounts.size() % ONE_FINDS_NOBODY_OF == 0) {
      settings.put("address", "http://127.0.0.1:1");
    }
    String stream = STREAMS.get(number / accounts.size() % STREAMS.size());
    return new NewConnector(
        owners.get(account),
        PLATFORM,
        "account " + number,
        sealed(settings),
        Set.of(stream),
        Map.of("", interval));
  }

  private static Secret sealed(Map<String, Object> settings) {
    try {
      return Secret.of(JSON.writeValueAsString(settings));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("settings are plain values", impossible);
    }
  }

  private long tried(Instant begin) {
    String count = "SELECT count(*) FILTER (WHERE %s)" + OF_THEM;
    long read = theatre.database().number(count.formatted("caught_up_at IS NOT NULL"));
    long failing = theatre.database().number(count.formatted("failing_since IS NOT NULL"));
    tell(begin, "there are: " + read + " read, " + failing + " failing");
    return read + failing;
  }

  private void tell(Instant begin, String what) {
    Duration since = Duration.between(begin, Instant.now());
    System.out.println(connectors + " connectors " + what + " after " + since.toSeconds() + " s");
  }

  /** Something happens in one of the accounts in which anything ever does. */
  void happen() {
    int account = random.nextInt(accounts.size());
    if (account % ONE_ACCOUNT_IS_QUIET_OF != 0) {
      String stream = STREAMS.get(random.nextInt(STREAMS.size()));
      RecordScenes records = accounts.get(account).scenes(RecordScenes.class).orElseThrow();
      assertThat(records.add(stream, 1).refusal()).isEmpty();
    }
  }

  /** The accounts forget what they were asked, so that they take no more room with every hour. */
  void forget() {
    accounts.stream()
        .flatMap(it -> it.parts().stream())
        .filter(FakeServer.class::isInstance)
        .forEach(it -> ((FakeServer) it).journal().clear());
  }

  @Override
  public void close() {
    accounts.forEach(Stage::close);
  }
}
