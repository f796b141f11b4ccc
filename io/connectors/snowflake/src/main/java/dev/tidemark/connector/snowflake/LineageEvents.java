// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.spi.NormaliseContext;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a record of the stream {@code access_lineage} says in standard metrics: an object is derived
 * when one of its columns was written from another object.
 */
final class LineageEvents implements Events {
  @Override
  public void normalise(Facts access, NormaliseContext context, Emitter emitter) {
    for (Facts object : access.list("objects_modified")) {
      if (AccessEvents.isData(object) && hasSource(object)) {
        emitter.state(
            MetricNames.LINEAGE,
            Subjects.table(context, object.text("objectDomain"), object.text("objectName")),
            Map.of("derived", "true", "lineage.day", Emitter.day(emitter.at())));
      }
    }
  }

  private static boolean hasSource(Facts object) {
    String itself = object.text("objectName");
    return object.optionalList("columns").stream()
        .flatMap(
            column ->
                Stream.concat(
                    column.optionalList("baseSources").stream(),
                    column.optionalList("directSources").stream()))
        .anyMatch(source -> !source.findText("objectName").orElse(itself).equals(itself));
  }
}
