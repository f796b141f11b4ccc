// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.postgres.database.Viewpoint;
import dev.tidemark.postgres.database.Viewpoint.Part;
import dev.tidemark.postgres.ledger.Fixture;
import dev.tidemark.postgres.ledger.PostgresLedger;
import dev.tidemark.spi.ledger.LedgerException;
import dev.tidemark.spi.options.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the database lets people do in whose name the console acts. */
class ViewpointTest {
  private final Fixture fixture = Fixture.shared();
  private final Administration owner = Administration.of(fixture.access);
  private final OrganisationId other = fixture.newOrganisation();
  private final StreamId stream = fixture.newStream();
  private final ConnectorId connector = stream.connector();

  @AfterEach
  void close() {
    owner.close();
    fixture.close();
  }

  @Test
  void anEditorDoesEverythingWithTheConnectorsOfTheOrganisation() {
    fixture.readOnce(stream);
    Connectors connectors = as(Part.EDITOR, fixture.organisation).connectors();
    connectors.revise(connector, plan("moved"), Secret.of("{\"host\":\"elsewhere\"}"), "move");
    connectors.revise(connector, plan("renamed"), null, "rename");
    connectors.pause(connector, "rest");
    connectors.resume(connector, "go on");
    connectors.reset(connector, "again");
    connectors.remove(connector, "gone");
    ConnectorId added = connectors.add(wanted(fixture.organisation, "added"), "add");
    assertThat(connectors.list(fixture.organisation))
        .extracting(ConnectorEntry::id)
        .containsExactly(added);
    assertThat(owner.status().access(fixture.organisation, Instant.EPOCH))
        .allMatch(access -> access.actor().equals("Ada"))
        .extracting(Status.Access::action)
        .containsExactly("CHANGE", "CHANGE", "PAUSE", "RESUME", "RESET", "REMOVE", "CREATE");
  }

  @Test
  void anEditorReadsSettingsAndIsNamedForIt() {
    try (PostgresLedger ledger =
        new PostgresLedger(
            fixture.access.database().seenFrom(view(Part.EDITOR, fixture.organisation)),
            fixture.keyring)) {
      assertThat(ledger.registry().settings(connector, "curiosity")).isPresent();
    }
    assertThat(owner.status().access(fixture.organisation, Instant.EPOCH))
        .extracting(Status.Access::actor, Status.Access::action)
        .containsExactly(org.assertj.core.api.Assertions.tuple("Ada", "READ"));
  }

  @Test
  void theConnectorsOfAnotherOrganisationAreNotThere() {
    Administration stranger = as(Part.EDITOR, other);
    assertThatThrownBy(() -> stranger.connectors().pause(connector, "mischief"))
        .hasMessageContaining("there is no connector");
    assertThat(stranger.connectors().list(fixture.organisation)).isEmpty();
    assertThat(stranger.status().connectors(fixture.organisation)).isEmpty();
    assertThatThrownBy(
            () -> stranger.connectors().add(wanted(fixture.organisation, "smuggled"), "mischief"))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("row-level security");
    assertThat(owner.connectors().list(fixture.organisation)).hasSize(1);
  }

  @Test
  void aReaderChangesNothing() {
    Connectors connectors = as(Part.READER, fixture.organisation).connectors();
    assertThat(connectors.list(fixture.organisation)).hasSize(1);
    List<Runnable> changes =
        List.of(
            () -> connectors.pause(connector, "mischief"),
            () -> connectors.reset(connector, "mischief"),
            () -> connectors.remove(connector, "mischief"),
            () -> connectors.add(wanted(fixture.organisation, "smuggled"), "mischief"));
    for (Runnable change : changes) {
      assertThatThrownBy(change::run).hasMessageContaining("lacks a permission");
    }
  }

  @Test
  void snapshotsAreHeldToTheOrganisationToo() {
    Administration stranger = as(Part.READER, other);
    fixture.taken(stream);
    assertThat(owner.rewinding().held(connector, "tables")).isPresent();
    assertThat(stranger.rewinding().held(connector, "tables")).isEmpty();
  }

  @Test
  void aChangeOfSomethingThatWasChangedMeanwhileIsRefused() {
    Connectors connectors = as(Part.EDITOR, fixture.organisation).connectors();
    long seen = connectors.list(fixture.organisation).get(0).version();
    connectors.expecting(seen).pause(connector, "first");
    assertThatThrownBy(() -> connectors.expecting(seen).reset(connector, "second"))
        .isInstanceOf(StaleVersionException.class);
    ConnectorEntry now = connectors.list(fixture.organisation).get(0);
    connectors.expecting(now.version()).revise(connector, plan("renamed"), null, "third");
    assertThat(connectors.list(fixture.organisation))
        .singleElement()
        .extracting(ConnectorEntry::name, ConnectorEntry::status)
        .containsExactly("renamed", "PAUSED");
  }

  @Test
  void aChangeOfSomethingThatWasRemovedMeanwhileIsRefused() {
    Connectors connectors = as(Part.EDITOR, fixture.organisation).connectors();
    long seen = connectors.list(fixture.organisation).get(0).version();
    connectors.expecting(seen).remove(connector, "first");
    assertThatThrownBy(() -> connectors.expecting(seen).pause(connector, "second"))
        .isInstanceOf(StaleVersionException.class)
        .hasMessage("it was removed meanwhile");
    assertThatThrownBy(() -> connectors.pause(connector, "third"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no connector");
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    Connectors connectors = as(Part.EDITOR, fixture.organisation).connectors();
    connectors.add(wanted(fixture.organisation, "taken"), "add");
    assertThatThrownBy(() -> connectors.revise(connector, plan("taken"), null, "rename"))
        .hasMessageContaining("there is a connector called taken already");
  }

  private Administration as(Part part, OrganisationId organisation) {
    return owner.seenFrom(view(part, organisation));
  }

  private static Viewpoint view(Part part, OrganisationId organisation) {
    return new Viewpoint(organisation, part, "Ada");
  }

  private static ConnectorPlan plan(String name) {
    return new ConnectorPlan(name, Set.of(), Map.of(), Cost.none());
  }

  private static NewConnector wanted(OrganisationId organisation, String name) {
    Secret settings = Secret.of("{\"host\":\"db.example.com\"}");
    return new NewConnector(
        organisation, "postgresql", name, settings, Set.of(), Map.of(), Cost.none());
  }
}
