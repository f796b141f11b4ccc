// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.health;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** The pipeline's figures and the JVM's as OpenMetrics text. Safe for use by several threads. */
final class OpenMetrics {
  static final String CONTENT_TYPE = OpenMetricsTextFormatWriter.CONTENT_TYPE;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final OpenMetricsTextFormatWriter writer = OpenMetricsTextFormatWriter.create();

  OpenMetrics(Supplier<Vitals> vitals) {
    registry.register(new PipelineMetrics(vitals));
    JvmMetrics.builder().register(registry);
  }

  /** Everything as it is now. */
  byte[] text() {
    try {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      writer.write(text, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
      return text.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
