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
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Organisation;
import dev.tidemark.testkit.stage.RecordScenes;
import dev.tidemark.testkit.stage.ResponseScenes;
import dev.tidemark.testkit.stage.Scenes;
import dev.tidemark.testkit.stage.Stage;
import dev.tidemark.testkit.stage.VolumeScenes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * An account of another organisation, on a platform that is played in this process, away from the
 * cluster. The job reads it beside the source through any number of connectors.
 */
final class PlayedAccount implements AutoCloseable {
  private static final String PLATFORM = "salesforce";
  private static final String ORGANISATION = "Elsewhere";
  private static final String LOGINS = "logins";
  private static final String PURPOSE = "faults are played";
  private static final JsonMapper JSON = new JsonMapper();

  private static final String OF_IT =
      " WHERE organisation_id = (SELECT id FROM organisation WHERE name = '%s')";

  private static final String COUNTED =
      "SELECT coalesce(sum(settled_sum + tail_sum), 0)::bigint FROM metric_window"
          + OF_IT
          + " AND grain = 'DAY' AND metric = 'tidemark.identity.login'";

  private static final String REJECTED =
      "SELECT count(DISTINCT record_key) FROM rejected_record" + OF_IT;

  private static final String READ =
      "SELECT count(*) FROM stream"
          + OF_IT
          + " AND connector_id IS NOT NULL AND caught_up_at IS NOT NULL";

  private static final String FAILING =
      "SELECT count(*) FROM stream"
          + OF_IT
          + " AND connector_id IS NOT NULL AND failing_since IS NOT NULL";

  private final Theatre theatre;
  private final Stage stage;
  private final Administration administration;
  private final String name;
  private final OrganisationId organisation;

  PlayedAccount(Theatre theatre) {
    this(theatre, ORGANISATION, Clock.systemUTC());
  }

  /** An account of an organisation, where it is a certain time. */
  PlayedAccount(Theatre theatre, String name, InstantSource clock) {
    this.theatre = theatre;
    this.name = name;
    Organisation company = Organisation.of(1, 1, Instant.now());
    stage =
        FakePlatforms.of(PLATFORM).start(new FakeSetup(company, clock, Promptness.AS_DOCUMENTED));
    administration = Administration.of(theatre.access());
    organisation = administration.organisations().findOrCreate(name);
  }

  /** Has streams of it read. */
  PlayedAccount with(Set<String> streams, Duration interval) {
    connect("account", streams, interval, stage.settings());
    awaitRead(streams.size());
    return this;
  }

  /** Has its logins read. */
  PlayedAccount withLogins() {
    return with(Set.of(LOGINS), Duration.ofSeconds(1));
  }

  /** Has it read through one more connector. */
  void connect(int number) {
    connect("account " + number, Set.of("org"), Duration.ofSeconds(10), stage.settings());
  }

  /** Connects to a port of nobody's. */
  void connectInVain(int number) {
    Map<String, Object> settings = new HashMap<>(stage.settings());
    settings.put("address", "http://127.0.0.1:1");
    connect("nobody " + number, Set.of("org"), Duration.ofSeconds(10), settings);
  }

  private void connect(
      String title, Set<String> streams, Duration interval, Map<String, Object> settings) {
    try {
      Secret sealed = Secret.of(JSON.writeValueAsString(settings));
      administration
          .connectors()
          .add(
              new NewConnector(
                  organisation, PLATFORM, title, sealed, streams, Map.of("", interval)),
              PURPOSE);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("settings are plain values", impossible);
    }
  }

  void awaitRead(long streams) {
    Streams.within(streams + " streams are read", Streams.PATIENCE)
        .ignoreExceptions()
        .until(() -> number(READ) == streams);
  }

  void awaitFailing(long streams) {
    Streams.within(streams + " streams fail", Streams.PATIENCE)
        .ignoreExceptions()
        .until(() -> number(FAILING) == streams);
  }

  /** Somebody signs in so many times; then comes a record that cannot be used. */
  void signIn(int times) {
    assertThat(scenes(RecordScenes.class).add(LOGINS, times).refusal()).isEmpty();
    assertThat(
            scenes(ResponseScenes.class)
                .spoil(LOGINS, ResponseScenes.Spoil.POISON_RECORD)
                .refusal())
        .isEmpty();
  }

  /** Something happens that a stream tells of. */
  void happen(String stream) {
    assertThat(scenes(RecordScenes.class).add(stream, 1).refusal()).isEmpty();
  }

  /** From now on no request is answered, nor refused. */
  void hang() {
    assertThat(scenes(VolumeScenes.class).hang().refusal()).isEmpty();
  }

  private <S extends Scenes> S scenes(Class<S> kind) {
    return stage.scenes(kind).orElseThrow();
  }

  private long number(String question) {
    return theatre.database().number(question.formatted(name));
  }

  /** How many logins have been counted. */
  long counted() {
    return number(COUNTED);
  }

  /** How many records have been put aside. */
  long rejected() {
    return number(REJECTED);
  }

  /** Removes its connectors, whatever they are at, and ends it. */
  @Override
  public void close() {
    administration
        .connectors()
        .list(organisation)
        .forEach(it -> administration.connectors().remove(it.id(), PURPOSE));
    administration.close();
    stage.close();
  }
}
