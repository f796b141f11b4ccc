// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.ConnectorPlan;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.postgres.admin.Status.Access;
import dev.tidemark.spi.ledger.ConnectorRegistry;
import dev.tidemark.spi.ledger.RegistryChange;
import dev.tidemark.spi.ledger.RegistryChange.ActiveConnector;
import dev.tidemark.spi.options.Secret;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryTest {
  private static final String CANARY = "canary-4711";
  private final Fixture fixture = Fixture.fresh();
  private final ConnectorRegistry registry = fixture.ledger.registry();
  private final Administration administration = Administration.of(fixture.access);

  @AfterEach
  void close() {
    administration.close();
    fixture.close();
  }

  @Test
  void changesComeInTheOrderOfTheirVersions() {
    ConnectorId connector = add("warehouse");
    List<RegistryChange> all = registry.changesAfter(0, 10);
    assertThat(all).extracting(RegistryChange::version).isSorted().doesNotHaveDuplicates();
    assertThat(all.get(0).connector()).isNull();
    assertThat(all.get(1).connector())
        .isEqualTo(
            new ActiveConnector(
                connector,
                "postgresql",
                Set.of("tables"),
                Map.of("", Duration.ofMinutes(5), "tables", Duration.ofSeconds(90))));
    assertThat(registry.changesAfter(all.get(1).version(), 10)).isEmpty();
    assertThat(registry.changesAfter(0, 1)).isEqualTo(all.subList(0, 1));
  }

  @Test
  void aChangedConnectorShowsOnceAtItsNewest() {
    ConnectorId connector = add("warehouse");
    long version = registry.activeVersions().getOrDefault(connector, 0L);
    ConnectorPlan plan = administration.connectors().find(connector).orElseThrow().plan();
    for (String settings : List.of("{}", "{\"a\":1}")) {
      administration.connectors().revise(connector, plan, Secret.of(settings), "test");
    }
    assertThat(registry.changesAfter(version, 10)).hasSize(1);
    assertThat(registry.activeVersions().get(connector)).isEqualTo(version + 2);
  }

  @Test
  void listenersHearOfEveryVersion() throws SQLException {
    try (Listener listener = new Listener(fixture.access, "tidemark_registry")) {
      ConnectorId connector = add("warehouse");
      long added = registry.activeVersions().getOrDefault(connector, 0L);
      administration.connectors().remove(connector, "test");
      assertThat(listener.heard(3))
          .as("the organisation is scored anew, too")
          .containsExactly(
              String.valueOf(added), String.valueOf(added + 1), String.valueOf(added + 2));
    }
  }

  @Test
  void pausedAndRemovedConnectorsAreNotActive() {
    ConnectorId paused = add("paused");
    ConnectorId removed = add("removed");
    administration.connectors().pause(paused, "test");
    administration.connectors().remove(removed, "test");
    assertThat(registry.activeVersions()).isEmpty();
    administration.connectors().resume(paused, "test");
    assertThat(registry.activeVersions()).containsOnlyKeys(paused);
  }

  @Test
  void theTimeOfTheLastSyncIsNoChange() {
    ConnectorId connector = add("warehouse");
    Map<ConnectorId, Long> before = registry.activeVersions();
    fixture.change(
        "UPDATE data_connectors SET last_sync_date = now() WHERE id = ?", connector.value());
    assertThat(registry.activeVersions()).isEqualTo(before);
  }

  @Test
  void versionsBecomeVisibleInTheirOrder() throws Exception {
    OrganisationId other = fixture.newOrganisation();
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    long before = highest();
    Future<?> slow =
        threads.submit(
            () ->
                fixture.database.transaction(
                    session -> {
                      session.change(
                          "UPDATE organisation SET name = name || ' slow' WHERE id = ?",
                          fixture.organisation.value());
                      first.countDown();
                      return await(finish);
                    }));
    assertThat(await(first)).isTrue();
    Future<?> quick =
        threads.submit(
            () ->
                fixture.change(
                    "UPDATE organisation SET name = name || ' quick' WHERE id = ?", other.value()));
    List<Long> seen = new ArrayList<>();
    for (int look = 0; look < 20; look++) {
      seen.add(highest());
    }
    assertThat(seen).containsOnly(before);
    assertThat(quick.isDone()).isFalse();
    finish.countDown();
    slow.get(300, TimeUnit.SECONDS);
    quick.get(300, TimeUnit.SECONDS);
    threads.shutdown();
    assertThat(registry.changesAfter(before, 10))
        .extracting(RegistryChange::organisation)
        .containsExactly(fixture.organisation, other);
  }

  @Test
  void settingsOpenAndEveryReadIsAudited() {
    ConnectorId connector = add("warehouse");
    assertThat(registry.settings(connector, "poll tables").orElseThrow().settings().reveal())
        .contains(CANARY);
    assertThat(administration.status().access(fixture.organisation, Instant.EPOCH))
        .extracting(Access::action, Access::purpose)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("CREATE", "test"),
            org.assertj.core.groups.Tuple.tuple("READ", "poll tables"));
    assertThat(registry.settings(new ConnectorId(java.util.UUID.randomUUID()), "x")).isEmpty();
  }

  @Test
  void noSecretIsInTheDatabaseInClear() {
    ConnectorId connector = add("warehouse");
    assertThat(
            fixture.text(
                "SELECT row_to_json(c)::text AS text FROM data_connectors c WHERE id = ?",
                connector.value()))
        .contains("ciphertext")
        .doesNotContain(CANARY);
  }

  @Test
  void whatIsSealedForOneConnectorDoesNotOpenForAnother() {
    ConnectorId one = add("one");
    ConnectorId other = add("other");
    fixture.change(
        """
        UPDATE data_connectors SET connection_details = (SELECT connection_details FROM data_connectors WHERE id = ?)
         WHERE id = ?\
        """,
        one.value(),
        other.value());
    assertThatThrownBy(() -> registry.settings(other, "test"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not open")
        .hasMessageNotContaining(CANARY);
  }

  @Test
  void eachOrganisationHasAPseudonymKeyOfItsOwn() {
    OrganisationId one = administration.organisations().findOrCreate("one");
    OrganisationId other = administration.organisations().findOrCreate("other");
    assertThat(administration.organisations().findOrCreate("one")).isEqualTo(one);
    assertThat(registry.pseudonymKey(one)).hasSize(32).isNotEqualTo(registry.pseudonymKey(other));
  }

  @Test
  void theNewestJobIsTheOneStartedLast() {
    assertThatThrownBy(registry::newestJob).hasMessageContaining("no job was ever started");
    PipelineJob first = administration.jobs().start("here");
    PipelineJob second = administration.jobs().start("here");
    assertThat(second.epoch()).isGreaterThan(first.epoch());
    assertThat(registry.newestJob()).isEqualTo(second);
    administration.jobs().end(second);
    assertThat(administration.jobs().newest().orElseThrow().endedAt()).isNotNull();
  }

  @Test
  void aConnectorsNameIsUniqueInItsOrganisation() {
    add("warehouse");
    assertThatThrownBy(() -> add("warehouse")).hasMessageContaining("called warehouse already");
  }

  private ConnectorId add(String name) {
    return administration
        .connectors()
        .add(
            new NewConnector(
                fixture.organisation,
                "postgresql",
                name,
                Secret.of("{\"password\":\"" + CANARY + "\"}"),
                Set.of("tables"),
                Map.of("", Duration.ofMinutes(5), "tables", Duration.ofSeconds(90))),
            "test");
  }

  private long highest() {
    return registry.changesAfter(0, 1000).stream()
        .mapToLong(RegistryChange::version)
        .max()
        .orElse(0);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(300, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
