// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Subject;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.spi.NormaliseContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a record of the stream {@code objects} says in standard metrics. */
final class ObjectEvents {
  private ObjectEvents() {}

  static void normalise(Facts object, NormaliseContext context, Emitter emitter) {
    Subject subject = Subjects.object(context, object.text("name"));
    emitter.state(MetricNames.ASSET_STATE, subject, facts(object));
    String reach = object.flag("guests_read") ? "public" : "private";
    emitter.state(MetricNames.EXPOSURE, subject, Map.of("exposure", reach));
    long sensitive = object.count("sensitive_fields");
    object
        .findCount("encrypted_fields")
        .ifPresent(
            encrypted ->
                emitter.ratio(
                    MetricNames.PROTECTION,
                    (double) encrypted,
                    (double) sensitive,
                    subject,
                    Attributes.none()));
    object
        .findInstant("written_at")
        .map(written -> Duration.between(written, emitter.at()))
        .filter(age -> !age.isNegative())
        .ifPresent(
            age ->
                emitter.gauge(
                    MetricNames.FRESHNESS_LAG, age.toMillis() / 1e3, subject, Attributes.none()));
  }

  private static Map<String, String> facts(Facts object) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("asset.kind", "object");
    facts.put("owner.present", Boolean.toString(object.count("fields_owned") > 0));
    object.findText("class").ifPresent(it -> facts.put("class", it));
    described(object).ifPresent(it -> facts.put("described", it.toString()));
    object
        .findInstant("written_at")
        .ifPresent(written -> facts.put("write.day", Emitter.day(written)));
    object.findCount("records").ifPresent(it -> facts.put("row.estimate", Long.toString(it)));
    facts.put("columns", Long.toString(object.count("fields")));
    return facts;
  }

  /**
   * Whether what the organisation made is described: the object, and four in five of its fields.
   * Standard objects and fields are described by the vendor, so of a standard object without fields
   * of one's own nothing is said.
   */
  private static Optional<Boolean> described(Facts object) {
    long fields = object.count("custom_fields");
    boolean text = object.findFlag("described").orElse(true);
    boolean most = object.count("custom_fields_described") * 5 >= fields * 4;
    return fields == 0 && !object.flag("custom") ? Optional.empty() : Optional.of(text && most);
  }
}
