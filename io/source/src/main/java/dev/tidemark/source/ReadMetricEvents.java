// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.options.References;
import dev.tidemark.spi.options.SettingsException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * Reads streams of one connector for a pipeline of one's own, without registry or database, and
 * yields their metric events with event timestamps (the last millisecond of an interval, or the
 * instant).
 *
 * <p>Unbounded unless told otherwise: then only settled records become events, each once as far as
 * the engine goes on from its own state; a snapshot stream shows everything again at every pass.
 * The watermark is how complete each stream is. {@link #bounded} reads everything there is once,
 * also what may still change, and ends. A record that cannot be normalised is logged and counted in
 * {@code rejected_records}.
 *
 * <p>Immutable. Give secrets as {@code env:NAME} or {@code file:PATH}: they are resolved where the
 * pipeline runs, and only the reference travels.
 */
public final class ReadMetricEvents extends PTransform<PBegin, PCollection<MetricEvent>> {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String type;
  private final TreeMap<String, String> settings;
  private final LinkedHashSet<String> streams;
  private final @Nullable PseudonymKey key;
  private final @Nullable Duration interval;
  private final Extent extent;

  /** How far a pipeline reads. */
  enum Extent {
    BOUNDED,
    UNBOUNDED
  }

  private ReadMetricEvents(
      String type,
      Map<String, String> settings,
      Set<String> streams,
      @Nullable PseudonymKey key,
      @Nullable Duration interval,
      Extent extent) {
    this.type = type;
    this.settings = new TreeMap<>(settings);
    this.streams = new LinkedHashSet<>(streams);
    this.key = key;
    this.interval = interval;
    this.extent = extent;
  }

  /** Every stream of a connector type, such as {@code postgresql}. */
  public static ReadMetricEvents from(String type) {
    return new ReadMetricEvents(type, Map.of(), Set.of(), null, null, Extent.UNBOUNDED);
  }

  /** The connector's settings, by name of the option. */
  public ReadMetricEvents withSettings(Map<String, String> values) {
    return new ReadMetricEvents(type, values, streams, key, interval, extent);
  }

  /** Only these streams. */
  public ReadMetricEvents withStreams(String... names) {
    Set<String> chosen = new LinkedHashSet<>(Arrays.asList(names));
    return new ReadMetricEvents(type, settings, chosen, key, interval, extent);
  }

  /** The key under which identifiers of persons are hashed: at least 32 random bytes. Required. */
  public ReadMetricEvents withPseudonymKey(byte[] bytes) {
    PseudonymKey given = PseudonymKey.of(bytes);
    return new ReadMetricEvents(type, settings, streams, given, interval, extent);
  }

  /** How often to poll; each stream's own default unless told. */
  public ReadMetricEvents withInterval(Duration time) {
    return new ReadMetricEvents(type, settings, streams, key, time, extent);
  }

  /** Everything there is once; then it ends. */
  public ReadMetricEvents bounded() {
    return new ReadMetricEvents(type, settings, streams, key, interval, Extent.BOUNDED);
  }

  /**
   * Checks everything that can be checked without connecting.
   *
   * @throws IllegalArgumentException naming what is wrong and what to do
   */
  @Override
  public void validate(@Nullable PipelineOptions options) {
    ConnectorType connector = connectorType();
    streams.forEach(connector.description()::stream);
    if (key == null) {
      throw new IllegalArgumentException(
          "reading " + type + " needs withPseudonymKey: at least 32 random bytes, kept by you");
    }
    checkSettings(connector);
  }

  @Override
  public PCollection<MetricEvent> expand(PBegin begin) {
    validate(begin.getPipeline().getOptions());
    ReadPages pages = new ReadPages(runtimeKey(), type, interval, Objects.requireNonNull(key));
    PCollection<String> names =
        begin.apply("Streams", Create.of(names()).withCoder(StringUtf8Coder.of()));
    return extent == Extent.BOUNDED
        ? names.apply("Read", ParDo.of(new ReadBoundedFn(pages)))
        : names.apply("Read", ParDo.of(new ReadUnboundedFn(pages)));
  }

  private ConnectorType connectorType() {
    return ConnectorTypes.find(type)
        .orElseThrow(() -> new IllegalArgumentException(ConnectorTypes.unknown(type)));
  }

  private List<String> names() {
    return streams.isEmpty()
        ? connectorType().description().streams().stream().map(StreamDescription::name).toList()
        : List.copyOf(streams);
  }

  private void checkSettings(ConnectorType connector) {
    try {
      connector.description().options().parse(References.standard().resolve(settings));
    } catch (SettingsException e) {
      throw new IllegalArgumentException(type + " " + e.getMessage());
    }
  }

  private RuntimeKey runtimeKey() {
    UUID connector = UUID.randomUUID();
    try {
      String json = JSON.writeValueAsString(settings);
      return RuntimeKey.of(
          new SettingsBooks(connector, type, json),
          new PipelineJob(connector, 1),
          SourceLimits.STANDARD);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("settings are text and can be written as JSON", e);
    }
  }
}
