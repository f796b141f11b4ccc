// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.metric.Temporality;
import java.io.IOException;

/** Writes and reads {@link MetricEvent}. */
public final class MetricEventCoder extends VersionedCoder<MetricEvent> {
  private static final long serialVersionUID = 1L;
  private static final MetricEventCoder INSTANCE = new MetricEventCoder();

  private MetricEventCoder() {
    super("MetricEvent");
  }

  public static MetricEventCoder of() {
    return INSTANCE;
  }

  @Override
  void write(MetricEvent value, FieldWriter out) throws IOException {
    out.text(value.metric());
    out.choice(value.temporality());
    out.text(value.unit());
    EventFields.value(value.value(), out);
    out.optional(value.subject(), FactFields::subject);
    WindowFields.attributes(value.attributes(), out);
    out.instant(value.start());
    out.instant(value.end());
    out.signed(value.revision());
    out.optional(value.population(), FactFields::population);
  }

  @Override
  MetricEvent read(FieldReader in) throws IOException {
    return new MetricEvent(
        in.text(),
        in.choice(Temporality.class),
        in.text(),
        EventFields.value(in),
        in.optional(FactFields::subject),
        WindowFields.attributes(in),
        in.instant(),
        in.instant(),
        in.signed(),
        in.optional(FactFields::population));
  }
}
