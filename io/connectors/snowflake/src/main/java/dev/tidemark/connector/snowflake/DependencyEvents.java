// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.NormaliseContext;
import java.util.Map;

/** What a record of the stream {@code object_dependencies} says in standard metrics. */
final class DependencyEvents implements Events {
  @Override
  public void normalise(Facts view, NormaliseContext context, Emitter emitter) {
    Subject subject =
        Subjects.table(
            context,
            Subjects.kind(view.text("kind")),
            view.text("database_name"),
            view.text("schema_name"),
            view.text("name"));
    if (view.count("upstream") > 0) {
      emitter.state(
          MetricNames.LINEAGE,
          subject,
          Map.of("derived", "true", "lineage.day", Emitter.day(emitter.at())));
    }
  }
}
