// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;
import java.util.Map;

/** What a scan of a table says in standard metrics; a status that is not known says nothing. */
final class QualityEvents implements Events {
  @Override
  public void normalise(Facts scan, NormaliseContext context, Emitter emitter) {
    String name =
        String.join(
            ".", scan.text("catalog_name"), scan.text("schema_name"), scan.text("table_name"));
    Subject subject = Subjects.table(context, "table", name);
    check("timeliness", "freshness", scan, subject, emitter);
    check("completeness", "completeness", scan, subject, emitter);
    emitter.state(MetricNames.CHECK_LAST, subject, Map.of("check.day", Emitter.day(emitter.at())));
  }

  private static void check(
      String dimension, String field, Facts scan, Subject subject, Emitter emitter) {
    String status = scan.findText(field).orElse("Unknown");
    if (!status.equals("Unknown")) {
      emitter.ratio(
          MetricNames.CHECK,
          status.equals("Healthy") ? 1 : 0,
          1,
          subject,
          Attributes.of("check.dimension", dimension));
    }
  }
}
