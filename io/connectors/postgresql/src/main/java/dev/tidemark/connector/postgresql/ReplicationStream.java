// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** How far copies are behind: the standbys of a primary, or the standby itself. */
final class ReplicationStream implements ServerPart {
  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "replication",
        "Replication: how far standbys and slots are behind",
        StreamKind.SNAPSHOT,
        Duration.ofMinutes(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.FRESHNESS_LAG));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("visible", "boolean", "whether the role may see replication statistics"),
        new Field("in_recovery", "boolean", "whether the server is a standby"),
        new Field("standbys", "integer", "standbys connected to it"),
        new Field("standbys_streaming", "integer", "standbys that have caught up once"),
        new Field("standby_lag_seconds", "number", "the slowest standby; null if unknown"),
        new Field("standby_lag_bytes", "integer", "the slowest standby"),
        new Field("slots", "integer", "replication slots"),
        new Field("slots_inactive", "integer", "slots nobody reads"),
        new Field("slots_retained_bytes", "integer", "log kept for the slowest slot"),
        new Field("receiver_status", "string", "of a standby's receiver"),
        new Field("receiver_transport_seconds", "number", "last message from sending to receipt"),
        new Field("replay_lag_seconds", "number", "how old a standby's data is; null on a primary"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of();
  }

  @Override
  public Fetched fetch(Visit visit, PageDraft draft) {
    try (Session session = visit.server().sessions().first()) {
      return KeyedRows.page(visit, session, "replication", List.of(), draft);
    }
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    Subject server = new Subject("server", context.stratum().urn());
    OptionalDouble lag =
        record.flag("in_recovery")
            ? record.findNumber("replay_lag_seconds")
            : record.findNumber("standby_lag_seconds");
    lag.ifPresent(
        seconds ->
            emitter.gauge(
                MetricNames.FRESHNESS_LAG, Math.max(0, seconds), server, Attributes.none()));
  }
}
