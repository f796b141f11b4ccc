// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.model.Assignment;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.spi.ledger.RegistryChange;
import dev.tidemark.spi.ledger.RegistryChange.ActiveConnector;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AssignmentsTest {
  private static final Duration DEFAULT = Duration.ofSeconds(1);

  @Test
  void everyStreamOfTheTypeUnlessSomeWereChosen() {
    assertThat(assign("example", Set.of(), Map.of()))
        .extracting(assignment -> assignment.stream().name())
        .containsExactly("account", "events", "runs", "tables");
    assertThat(assign("example", Set.of("runs"), Map.of()))
        .extracting(assignment -> assignment.stream().name())
        .containsExactly("runs");
  }

  @Test
  void anIntervalForAStreamGoesBeforeOneForAllBeforeTheDefault() {
    Map<String, Duration> intervals =
        Map.of("", Duration.ofMinutes(5), "runs", Duration.ofMinutes(2));
    assertThat(assign("example", Set.of(), intervals))
        .extracting(Assignment::interval)
        .containsExactly(
            Duration.ofMinutes(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5));
    assertThat(assign("example", Set.of("runs"), Map.of("runs", Duration.ZERO)))
        .extracting(Assignment::interval)
        .containsExactly(DEFAULT);
  }

  @Test
  void aStreamOrTypeThatDoesNotExistIsAssignedWhereItIsNamedSoThatItFailsVisibly() {
    assertThat(assign("example", Set.of("evnts"), Map.of())).hasSize(1);
    assertThat(assign("exampel", Set.of("events"), Map.of())).hasSize(1);
    assertThat(assign("exampel", Set.of(), Map.of())).isEmpty();
  }

  @Test
  void anOrganisationHasNoStreams() {
    assertThat(Assignments.of(new RegistryChange(1, organisation(), null))).isEmpty();
  }

  private static List<Assignment> assign(
      String type, Set<String> streams, Map<String, Duration> intervals) {
    ConnectorId connector = new ConnectorId(UUID.randomUUID());
    return Assignments.of(
        new RegistryChange(
            9, organisation(), new ActiveConnector(connector, type, streams, intervals)));
  }

  private static OrganisationId organisation() {
    return new OrganisationId(UUID.randomUUID());
  }
}
