// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Urns;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the record of the stream {@code server} says in standard metrics. */
final class ServerEvents {
  private static final List<String> NEED_STATISTICS =
      List.of(MetricNames.ACTIVE, MetricNames.USED, MetricNames.QUERY, MetricNames.FRESHNESS_LAG);

  void normalise(Facts server, NormaliseContext context, Emitter emitter) {
    Subject connector = Urns.connector(context.stratum());
    emitter.heartbeat(connector);
    if (isLagKnown(server)) {
      double lag = lag(server, context, emitter.at());
      emitter.gauge(MetricNames.LAG, lag, connector, Attributes.none());
    }
    AssetKinds.ALL.forEach(kind -> count(server, kind, connector, emitter));
    populations(server, context, connector, emitter);
    missing(server, context, emitter);
  }

  /** A standby that has replayed nothing yet cannot tell how far it is behind. */
  private static boolean isLagKnown(Facts server) {
    return !server.flag("in_recovery") || server.findNumber("replay_lag_seconds").isPresent();
  }

  /** How old what is read was when it was read: more on a standby that is behind. */
  private static double lag(Facts server, NormaliseContext context, Instant at) {
    double age = Duration.between(at, context.observedAt()).toNanos() / 1e9;
    return Math.max(0, age) + Math.max(0, server.findNumber("replay_lag_seconds").orElse(0));
  }

  private static void count(Facts server, String kind, Subject connector, Emitter emitter) {
    emitter.gauge(
        MetricNames.ASSET_COUNT,
        (double) server.object("assets").count(kind),
        connector,
        Attributes.of("asset.kind", kind));
  }

  private static void populations(
      Facts server, NormaliseContext context, Subject connector, Emitter emitter) {
    long roles = server.count("roles");
    long assets = AssetKinds.ALL.stream().mapToLong(server.object("assets")::count).sum();
    Stratum stratum = context.stratum();
    emitter.eligible(connector, new Population(stratum, "asset", assets, eligible(server, assets)));
    emitter.eligible(connector, new Population(stratum, "principal", roles, roles));
  }

  /** A database nobody could look into counts as holding as much as the average of the others. */
  private static long eligible(Facts server, long visible) {
    long unseen = server.texts("unreachable").size();
    long seen = server.count("databases") - unseen;
    long average = seen == 0 ? 1 : Math.max(1, Math.round((double) visible / seen));
    return visible + unseen * average;
  }

  private static void missing(Facts server, NormaliseContext context, Emitter emitter) {
    for (String database : server.texts("unreachable")) {
      emitter.lacks(context.stratum(), "connect " + database, MetricNames.ASSET_STATE);
    }
    if (!server.flag("reads_statistics")) {
      emitter.lacks(context.stratum(), "pg_read_all_stats", NEED_STATISTICS);
    }
  }
}
