// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.status.Standing.OrganisationStanding;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.postgres.admin.Jobs.StartedJob;
import dev.tidemark.postgres.admin.Status.ConnectorCost;
import dev.tidemark.postgres.admin.Status.ConnectorStatus;
import dev.tidemark.postgres.admin.Status.StreamStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How things stand, as JSON. */
final class StatusFacts {
  private final Instant at;

  private StatusFacts(Instant at) {
    this.at = at;
  }

  static ObjectNode of(Standing standing) {
    ObjectNode facts = Output.JSON.createObjectNode();
    facts.put("at", standing.at().toString()).put("database", standing.database());
    facts.putNull("job");
    standing.job().ifPresent(job -> write(facts.putObject("job"), job));
    facts.putArray("organisations");
    StatusFacts writer = new StatusFacts(standing.at());
    standing.all().forEach(it -> writer.write(facts.withArray("organisations").addObject(), it));
    return facts;
  }

  private static void write(ObjectNode node, StartedJob it) {
    node.put("id", it.job().id().toString()).put("epoch", it.job().epoch());
    node.put("host", it.host()).put("started_at", it.startedAt().toString());
    node.put("ended_at", text(it.endedAt()));
  }

  private void write(ObjectNode node, OrganisationStanding it) {
    node.put("name", it.organisation().name()).put("id", it.organisation().id().toString());
    node.put("revision", it.organisation().revision());
    node.putArray("connectors");
    it.connectors().forEach(one -> write(node.withArray("connectors").addObject(), one));
    node.putArray("costs");
    it.costs().forEach(one -> write(node.withArray("costs").addObject(), one));
    node.putArray("streams");
    it.streams().forEach(one -> write(node.withArray("streams").addObject(), one));
  }

  private void write(ObjectNode node, ConnectorStatus it) {
    node.put("name", it.name()).put("type", it.type()).put("state", it.state());
    node.put("streams", it.streams()).put("failing", it.failing());
    node.put("out_of_sync", it.outOfSync()).put("last_sync", text(it.lastSync()));
    node.put("complete_through", text(it.completeThrough()));
    node.put("lag_seconds", lag(it.completeThrough())).put("failure", it.failure());
  }

  private void write(ObjectNode node, StreamStatus it) {
    node.put("connector", it.connectorName()).put("name", it.name()).put("state", it.state());
    node.put("stratum", it.stratum()).put("held", it.held());
    node.put("complete_through", text(it.completeThrough()));
    node.put("lag_seconds", lag(it.completeThrough()));
    node.put("last_poll", text(it.lastPoll())).put("committed_at", text(it.committedAt()));
    node.put("failing_since", text(it.failingSince())).put("category", it.category());
    node.put("failure", it.failure()).put("next_try", text(it.nextTry()));
    node.put("paused_until", text(it.pausedUntil())).put("pause_reason", it.pauseReason());
    Volume day = Objects.requireNonNull(it.day());
    node.putObject("read_in_24h")
        .put("records", day.records())
        .put("bytes", day.bytes())
        .put("pages", day.pages())
        .put("calls", day.calls());
    ObjectNode cost = node.putObject("cost");
    it.cost().amounts().forEach((unit, amount) -> cost.put(unit.name(), amount));
  }

  private static void write(ObjectNode node, ConnectorCost it) {
    node.put("connector", it.name()).put("unit", it.unit());
    node.put("total", it.total()).put("today", it.today()).put("daily_budget", it.dailyBudget());
  }

  private @Nullable Long lag(@Nullable Instant completeThrough) {
    return completeThrough == null ? null : Duration.between(completeThrough, at).toSeconds();
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
