// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;

/** The server as a whole, and how much of it can be seen: one record. */
final class ServerStream implements ServerPart {
  private final ServerEvents events = new ServerEvents();

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "server",
        "Server: a sign of life, how much of it can be seen, and which permissions are missing",
        StreamKind.SNAPSHOT,
        Duration.ofMinutes(1),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(
            MetricNames.HEARTBEAT,
            MetricNames.LAG,
            MetricNames.ELIGIBLE,
            MetricNames.PERMISSION_MISSING,
            MetricNames.ASSET_COUNT));
  }

  @Override
  public List<Field> fields() {
    return List.of(
        new Field("version", "string", "of the server"),
        new Field("version_number", "integer", "such as 180001"),
        new Field("started_at", "string", "when the server started"),
        new Field("in_recovery", "boolean", "whether it is a standby"),
        new Field("replay_lag_seconds", "number", "how old a standby's data is; null on a primary"),
        new Field("superuser", "boolean", "whether the connector's role is a superuser"),
        new Field("reads_statistics", "boolean", "whether it may read all statistics"),
        new Field("statements", "boolean", "whether pg_stat_statements can be read"),
        new Field("roles", "integer", "how many there are"),
        new Field("max_connections", "integer", "how many sessions the server allows"),
        new Field("databases", "integer", "databases there are to read"),
        new Field("unreachable", "array", "databases of them that could not be read"),
        new Field("assets", "object", "tables and views of the others, by kind"),
        new Field("at", "string", "time of the reading"));
  }

  @Override
  public List<String> primaryKey() {
    return List.of();
  }

  @Override
  public Fetched fetch(Visit visit, PageDraft draft) {
    return new ServerSurvey(visit, draft).page();
  }

  @Override
  public void normalise(Facts record, NormaliseContext context, Emitter emitter) {
    events.normalise(record, context, emitter);
  }
}
