// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.NormaliseContext;
import java.util.Map;

/** What a record of the stream {@code tag_references} says in standard metrics. */
final class TagEvents implements Events {
  @Override
  public void normalise(Facts table, NormaliseContext context, Emitter emitter) {
    Subject subject =
        Subjects.table(
            context,
            Subjects.kind(table.text("kind")),
            table.text("database_name"),
            table.text("schema_name"),
            table.text("name"));
    emitter.state(
        MetricNames.ASSET_STATE,
        subject,
        Map.of(
            "class", table.text("class"), "certified", Boolean.toString(table.flag("certified"))));
  }
}
