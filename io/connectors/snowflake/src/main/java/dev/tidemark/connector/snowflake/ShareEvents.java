// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.NormaliseContext;
import java.util.Map;

/**
 * What a record of the stream {@code grants_to_shares} says in standard metrics. A share is set up
 * by an administrator on purpose; whether anybody approved of it the account does not say.
 */
final class ShareEvents implements Events {
  @Override
  public void normalise(Facts table, NormaliseContext context, Emitter emitter) {
    Subject subject =
        Subjects.table(
            context,
            Subjects.kind(table.text("kind")),
            table.text("database_name"),
            table.text("schema_name"),
            table.text("name"));
    String exposure = table.count("shares") > 0 ? "external" : "private";
    emitter.state(MetricNames.EXPOSURE, subject, Map.of("exposure", exposure));
  }
}
