// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.spi.NormaliseContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a record of the stream {@code access_history} says in standard metrics: a statement reads an
 * object once, however many of its columns it names, and a view as well as what is below it.
 */
final class AccessEvents implements Events {
  private static final Set<String> DATA =
      Set.of(
          "table",
          "view",
          "materialized view",
          "external table",
          "dynamic table",
          "iceberg table",
          "event table",
          "hybrid table");

  @Override
  public void normalise(Facts access, NormaliseContext context, Emitter emitter) {
    Set<Subject> read =
        new LinkedHashSet<>(subjects(access.list("base_objects_accessed"), context));
    read.addAll(subjects(access.list("direct_objects_accessed"), context));
    String consumer = People.kind(access);
    for (Subject subject : read) {
      read(subject, consumer, emitter);
    }
    if (!read.isEmpty()) {
      emitter.member(
          MetricNames.ASSET_READ,
          Subjects.user(context, access.text("user_name")),
          People.attributes("consumer", consumer));
    }
  }

  private static void read(Subject subject, String consumer, Emitter emitter) {
    String path = subject.urn().substring(subject.urn().lastIndexOf('/') + 1);
    String database = path.substring(0, Math.max(0, path.indexOf('.')));
    emitter.sum(
        MetricNames.ASSET_READ,
        1,
        null,
        People.attributes("consumer", consumer, "database", database));
    emitter.state(MetricNames.ASSET_STATE, subject, Map.of("read.day", Emitter.day(emitter.at())));
  }

  /** The tables and views among objects. */
  static List<Subject> subjects(List<Facts> objects, NormaliseContext context) {
    return objects.stream()
        .filter(AccessEvents::isData)
        .map(
            object ->
                Subjects.table(context, object.text("objectDomain"), object.text("objectName")))
        .toList();
  }

  static boolean isData(Facts object) {
    String domain = object.findText("objectDomain").orElse("").toLowerCase(Locale.ROOT);
    String name = object.findText("objectName").orElse("");
    return DATA.contains(domain)
        && !name.startsWith("SNOWFLAKE.")
        && !name.contains(".INFORMATION_SCHEMA.");
  }
}
