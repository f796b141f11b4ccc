// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.NormaliseContext;
import java.util.Map;
import java.util.TreeMap;

/** What a record of the stream {@code lineage} says in standard metrics. */
final class LineageEvents implements Events {
  @Override
  public void normalise(Facts table, NormaliseContext context, Emitter emitter) {
    String type = table.findText("table_type").orElse("table");
    Subject subject = Subjects.table(context, type, table.text("full_name"));
    Map<String, String> days = new TreeMap<>();
    table.findInstant("read_micros").ifPresent(it -> days.put("read.day", Emitter.day(it)));
    table.findInstant("write_micros").ifPresent(it -> days.put("write.day", Emitter.day(it)));
    emitter.state(MetricNames.ASSET_STATE, subject, days);
    if (table.count("upstream") > 0) {
      table
          .findInstant("write_micros")
          .ifPresent(
              it ->
                  emitter.state(
                      MetricNames.LINEAGE,
                      subject,
                      Map.of("derived", "true", "lineage.day", Emitter.day(it))));
    }
  }
}
