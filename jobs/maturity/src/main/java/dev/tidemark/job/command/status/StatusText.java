// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.status;

import dev.tidemark.job.command.Table;
import dev.tidemark.job.command.status.Standing.OrganisationStanding;
import dev.tidemark.postgres.admin.Jobs.StartedJob;
import dev.tidemark.postgres.admin.Status.ConnectorCost;
import dev.tidemark.postgres.admin.Status.ConnectorStatus;
import dev.tidemark.postgres.admin.Status.StreamStatus;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How things stand, as text. */
final class StatusText {
  private StatusText() {}

  static Stream<String> of(Standing standing) {
    return Stream.of(
            Stream.of("database  " + standing.database()),
            Stream.of("job       " + standing.job().map(StatusText::job).orElse("none yet")),
            standing.all().stream().flatMap(it -> organisation(it, standing.at())))
        .flatMap(lines -> lines);
  }

  private static String job(StartedJob it) {
    String end = it.endedAt() == null ? "" : ", ended " + it.endedAt();
    return it.job().epoch() + " on " + it.host() + ", started " + it.startedAt() + end;
  }

  private static Stream<String> organisation(OrganisationStanding it, Instant now) {
    return Stream.of(
            Stream.of("", it.organisation().name()),
            connectors(it, now).lines(),
            Stream.of(""),
            streams(it, now).lines(),
            costs(it),
            rests(it),
            failures(it))
        .flatMap(lines -> lines);
  }

  private static Table connectors(OrganisationStanding standing, Instant now) {
    Table table = Table.of("CONNECTOR", "TYPE", "STATE", "STREAMS", "FAILING", "LAG");
    for (ConnectorStatus it : standing.connectors()) {
      table.row(
          it.name(),
          it.type(),
          it.state(),
          it.streams(),
          it.failing(),
          lag(it.completeThrough(), now));
    }
    return table;
  }

  private static Table streams(OrganisationStanding standing, Instant now) {
    Table table =
        Table.of(
            "STREAM", "STATE", "COMPLETE THROUGH", "LAG", "LAST POLL", "READ IN 24 H", "PLATFORM");
    for (StreamStatus it : standing.streams()) {
      table.row(
          it.connectorName() + "/" + it.name(),
          it.state(),
          known(it.completeThrough()),
          lag(it.completeThrough(), now),
          known(it.lastPoll()),
          Objects.requireNonNull(it.day()).records(),
          it.stratum());
    }
    return table;
  }

  /** Only where there is something that costs, or may. */
  private static Stream<String> costs(OrganisationStanding standing) {
    Table table = Table.of("COST OF", "UNIT", "TODAY", "OF BUDGET", "IN ALL");
    for (ConnectorCost it : standing.costs()) {
      String budget = it.dailyBudget() == null ? "-" : it.dailyBudget().toPlainString();
      table.row(
          it.name(), it.unit(), it.today().toPlainString(), budget, it.total().toPlainString());
    }
    return standing.costs().isEmpty() ? Stream.of() : Stream.concat(Stream.of(""), table.lines());
  }

  private static Stream<String> rests(OrganisationStanding standing) {
    return standing.streams().stream()
        .filter(it -> it.pausedUntil() != null)
        .map(
            it ->
                it.connectorName()
                    + "/"
                    + it.name()
                    + ": "
                    + it.pauseReason()
                    + "; reading goes on"
                    + " at "
                    + it.pausedUntil());
  }

  private static Stream<String> failures(OrganisationStanding standing) {
    return standing.streams().stream()
        .filter(it -> it.failingSince() != null)
        .map(StatusText::failure);
  }

  private static String failure(StreamStatus it) {
    String next = it.nextTry() == null ? "" : "; next try " + it.nextTry();
    String since = " (failing since " + it.failingSince() + next + ")";
    return it.connectorName() + "/" + it.name() + ": " + it.failure() + since;
  }

  private static String known(@Nullable Instant instant) {
    return instant == null ? "-" : instant.toString();
  }

  private static String lag(@Nullable Instant completeThrough, Instant now) {
    return completeThrough == null ? "-" : Lag.between(completeThrough, now);
  }
}
