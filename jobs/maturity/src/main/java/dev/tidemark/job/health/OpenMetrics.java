// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.health;

import dev.tidemark.model.Bytes;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline's figures and the JVM's as text: OpenMetrics, or Prometheus' own older format for
 * whoever asks for plain text and not for OpenMetrics. Safe for use by several threads.
 */
final class OpenMetrics {
  private static final String PLAIN = "text/plain";

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final ExpositionFormats formats = ExpositionFormats.init();

  /** Everything at one moment. */
  record Text(String contentType, Bytes body) {}

  OpenMetrics(Supplier<Vitals> vitals) {
    registry.register(new PipelineMetrics(vitals));
    JvmMetrics.builder().register(registry);
  }

  /**
   * Everything as it is now.
   *
   * @param accepted the header {@code Accept}; null for none
   */
  Text text(@Nullable String accepted) {
    ExpositionFormatWriter writer =
        accepted != null && accepted.contains(PLAIN)
            ? formats.findWriter(accepted)
            : formats.getOpenMetricsTextFormatWriter();
    try {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      writer.write(text, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
      return new Text(writer.getContentType(), Bytes.wrap(text.toByteArray()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
