// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.Urns;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;
import java.time.Duration;
import java.time.Instant;

/** What the record of the stream {@code account} says in standard metrics. */
final class AccountEvents implements Events {
  @Override
  public void normalise(Facts account, NormaliseContext context, Emitter emitter) {
    Subject connector = Urns.connector(context.stratum());
    emitter.heartbeat(connector);
    Instant newest = account.findInstant("newest_query").orElse(emitter.at());
    emitter.lag(connector, Duration.between(newest, context.observedAt()));
    for (Facts kind : account.list("tables")) {
      emitter.gauge(
          MetricNames.ASSET_COUNT,
          (double) kind.count("tables"),
          connector,
          Attributes.of("asset.kind", kind.text("kind")));
    }
    populations(account, context, connector, emitter);
    missing(account, context, emitter);
  }

  /** Where no table can be seen, at least one is taken to be there. */
  private static void populations(
      Facts account, NormaliseContext context, Subject connector, Emitter emitter) {
    boolean known = account.knows("tables_seen") || account.knows("tables_in_all");
    long seen = known ? account.count("tables_seen") : 0;
    long all = known ? Math.max(seen, account.count("tables_in_all")) : 1;
    emitter.eligible(connector, new Population(context.stratum(), "asset", seen, all));
    long users = account.findCount("users").orElse(0);
    long eligible = account.findCount("users").orElse(1);
    emitter.eligible(connector, new Population(context.stratum(), "principal", users, eligible));
    emitter.eligible(connector, new Population(context.stratum(), "grant", users, eligible));
  }

  private static void missing(Facts account, NormaliseContext context, Emitter emitter) {
    for (String name : account.texts("invisible")) {
      View view = View.valueOf(name);
      for (ViewStream stream : SnowflakeStreams.ALL) {
        if (stream.needs().contains(view)) {
          String permission = view.role().title() + " " + view.name();
          stream
              .description()
              .metrics()
              .forEach(metric -> emitter.lacks(context.stratum(), permission, metric));
        }
      }
    }
  }
}
