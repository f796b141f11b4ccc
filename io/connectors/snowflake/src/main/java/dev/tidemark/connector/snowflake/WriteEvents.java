// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.NormaliseContext;
import java.util.Map;

/** What a record of the stream {@code table_dml_history} says in standard metrics. */
final class WriteEvents implements Events {
  @Override
  public void normalise(Facts hour, NormaliseContext context, Emitter emitter) {
    long rows = hour.count("rows_added") + hour.count("rows_removed") + hour.count("rows_updated");
    Emitter within = emitter.at(hour.instant("start_time"));
    String database = hour.text("database_name");
    within.sum(
        MetricNames.ASSET_WRITE, (double) rows, null, People.attributes("database", database));
    if (rows > 0) {
      Subject subject =
          Subjects.table(context, "table", database, hour.text("schema_name"), hour.text("name"));
      within.state(MetricNames.ASSET_STATE, subject, Map.of("write.day", Emitter.day(within.at())));
    }
  }
}
