// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the samples of a recording fell. A sample belongs to the part of the innermost frame that
 * belongs to any: what a part calls in the JDK is its own.
 *
 * @param samples by part
 */
public record Profile(Map<Part, Integer> samples) {
  private static final String SAMPLE = "jdk.ExecutionSample";

  /** What belongs to a part: methods whose full names begin so. The first that fits decides. */
  private record Rule(String prefix, Part part) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("dev.tidemark.bench.workload.BenchConnectorType", Part.PARSING),
          new Rule("dev.tidemark.bench.workload.PipelineErrors", Part.PARSING),
          new Rule("com.fasterxml.jackson", Part.PARSING),
          new Rule("dev.tidemark.bench.workload", Part.FETCHING),
          new Rule("dev.tidemark.source", Part.FETCHING),
          new Rule("dev.tidemark.window", Part.FOLDING),
          new Rule("dev.tidemark.model", Part.FOLDING),
          new Rule("dev.tidemark.sketch", Part.FOLDING),
          new Rule("dev.tidemark.maturity", Part.SCORING),
          new Rule("dev.tidemark.postgres", Part.SINK),
          new Rule("org.postgresql", Part.SINK),
          new Rule("com.zaxxer.hikari", Part.SINK),
          new Rule("dev.tidemark.beam", Part.SHUFFLING),
          new Rule("org.apache.beam.sdk.coders", Part.SHUFFLING),
          new Rule("org.apache.beam.sdk.util.VarInt", Part.SHUFFLING),
          new Rule("org.apache.beam.runners.flink.translation.types", Part.SHUFFLING),
          new Rule("org.apache.flink.runtime.io.network", Part.SHUFFLING),
          new Rule("org.apache.flink.streaming.runtime.io", Part.SHUFFLING),
          new Rule("org.apache.flink.core.memory", Part.SHUFFLING),
          new Rule("org.apache.flink.runtime.state", Part.STATE),
          new Rule("org.apache.flink.streaming.api.operators.InternalTimer", Part.STATE),
          new Rule(
              "org.apache.beam.runners.flink.translation.wrappers.streaming.state", Part.STATE),
          new Rule("org.apache.beam.runners.core.State", Part.STATE),
          new Rule("org.apache.beam", Part.WRAPPING),
          new Rule("org.apache.flink", Part.ENGINE),
          new Rule("org.apache.pekko", Part.ENGINE));

  /** What work there is. */
  public enum Part {
    FETCHING("fetching"),
    PARSING("parsing"),
    FOLDING("checking and folding"),
    SHUFFLING("shuffle and coders"),
    STATE("state and timers"),
    WRAPPING("Beam's wrapping"),
    ENGINE("Flink"),
    SINK("sink"),
    SCORING("scoring"),
    OTHER("other");

    private final String title;

    Part(String title) {
      this.title = title;
    }

    /** For people. */
    public String title() {
      return title;
    }

    static Part of(String method) {
      return RULES.stream()
          .filter(rule -> method.startsWith(rule.prefix()))
          .findFirst()
          .map(Rule::part)
          .orElse(OTHER);
    }
  }

  /** Reads a recording. */
  public static Profile of(Path recording) throws IOException {
    Map<Part, Integer> samples = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      samples.put(part, 0);
    }
    for (RecordedEvent event : RecordingFile.readAllEvents(recording)) {
      if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
        samples.merge(part(event.getStackTrace().getFrames()), 1, Integer::sum);
      }
    }
    return new Profile(samples);
  }

  private static Part part(List<RecordedFrame> innermostFirst) {
    return innermostFirst.stream()
        .map(frame -> frame.getMethod().getType().getName() + "." + frame.getMethod().getName())
        .map(Part::of)
        .filter(part -> part != Part.OTHER)
        .findFirst()
        .orElse(Part.OTHER);
  }

  /** How many samples there are. */
  public int total() {
    return samples.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The share of a part. */
  public double share(Part part) {
    return total() == 0 ? 0 : (double) samples.getOrDefault(part, 0) / total();
  }

  /** The part most samples fell into. */
  public Part largest() {
    return samples.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(Part.OTHER);
  }

  /** As a table. */
  public void write(Markdown text) {
    text.line("").line("Of %,d samples of a profile:".formatted(total())).line("");
    text.columns("Part", "share");
    for (Part part : Part.values()) {
      text.row(part.title(), "%.1f %%".formatted(share(part) * 100));
    }
  }
}
