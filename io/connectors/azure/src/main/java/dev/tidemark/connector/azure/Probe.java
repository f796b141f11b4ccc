// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import dev.tidemark.spi.ConnectorException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A question whose answer shows whether a permission is there.
 *
 * @param place in which it counts: a subscription, or a factory in one
 */
record Probe(Need need, String place, Consumer<Session> question) {
  /** Every permission, in every subscription. */
  static List<Probe> all(Session session) {
    List<Probe> probes = new ArrayList<>();
    for (String subscription : Resources.subscriptions(session)) {
      probes.add(new Probe(Need.STORAGE, subscription, it -> storage(it, subscription)));
      probes.add(new Probe(Need.METRICS, subscription, it -> metrics(it, subscription)));
      probes.addAll(runs(session, subscription));
      probes.add(new Probe(Need.LEARNING, subscription, it -> learning(it, subscription)));
      probes.add(
          new Probe(Need.POSTURE, subscription, it -> SecureScoresStream.scores(it, subscription)));
      probes.add(
          new Probe(
              Need.ASSIGNMENTS,
              subscription,
              it -> AssignmentsStream.assignments(it, subscription)));
      probes.add(new Probe(Need.COSTS, subscription, it -> costs(it, subscription)));
    }
    return probes;
  }

  /** What went wrong; empty where the permission is there, or there is nothing it is for. */
  Optional<ConnectorException> failure(Session session) {
    try {
      question.accept(session);
      return Optional.empty();
    } catch (ConnectorException failure) {
      return switch (failure.category()) {
        case NOT_FOUND, UNSUPPORTED -> Optional.empty();
        default -> Optional.of(failure);
      };
    }
  }

  private static void storage(Session session, String subscription) {
    Resources.storageAccounts(session, subscription).stream()
        .findFirst()
        .ifPresent(account -> ContainersStream.names(session, account));
  }

  private static void metrics(Session session, String subscription) {
    Resources.storageAccounts(session, subscription).stream()
        .findFirst()
        .ifPresent(
            account ->
                Monitor.hourly(
                    session,
                    new Monitor.Question(account.id(), "UsedCapacity", "Average", ""),
                    Duration.ofHours(1)));
  }

  /** Roles may be assigned factory by factory. */
  private static List<Probe> runs(Session session, String subscription) {
    try {
      return Resources.factories(session, subscription).stream()
          .map(it -> new Probe(Need.RUNS, subscription + "/" + it.name(), asked -> runs(asked, it)))
          .toList();
    } catch (ConnectorException failure) {
      return List.of(new Probe(Need.RUNS, subscription, asked -> refuse(failure)));
    }
  }

  private static void refuse(ConnectorException failure) {
    throw failure;
  }

  private static void runs(Session session, Resource factory) {
    RunQuery.page(session, factory, session.now().minusSeconds(60), session.now(), "");
  }

  private static void learning(Session session, String subscription) {
    Resources.workspaces(session, subscription).stream()
        .findFirst()
        .ifPresent(workspace -> Models.endpoints(session, workspace));
  }

  private static void costs(Session session, String subscription) {
    Instant to = session.now().truncatedTo(ChronoUnit.DAYS);
    CostQuery.rows(session, subscription, to.minus(Duration.ofDays(1)), to);
  }
}
