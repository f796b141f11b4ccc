// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.Bytes;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import dev.tidemark.testkit.stage.ChangeScenes;
import dev.tidemark.testkit.stage.RecordScenes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A record that changes after first sight replaces what it counted before. */
final class Mutates implements Contract {
  private static final int RECORDS = 6;
  private static final int PAGE = 4;

  @Override
  public String checks() {
    return "a record that changes after first sight replaces its earlier contribution";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    List<StreamDescription> mutable =
        candidate.streams().stream().filter(it -> it.kind() != StreamKind.APPEND).toList();
    if (mutable.isEmpty()) {
      findings.leftOut("no stream declares records that change");
      return;
    }
    Optional<ChangeScenes> scenes = findings.scenes(candidate, ChangeScenes.class);
    if (scenes.isPresent()) {
      mutable.forEach(stream -> stream(candidate, stream, scenes.get(), findings));
    }
  }

  private static void stream(
      Candidate candidate, StreamDescription stream, ChangeScenes scenes, Findings findings) {
    String name = stream.name();
    candidate.stage().scenes(RecordScenes.class).ifPresent(it -> it.add(name, RECORDS));
    try (Connector connector = candidate.open()) {
      Reading reading = new Reading(candidate, connector, name, PAGE).pass();
      Map<String, Bytes> before = reading.content().records();
      if (!findings.played(name, scenes.change(name, 1))) {
        return;
      }
      Map<String, Bytes> after = reading.pass().content().records();
      compare(stream, reading.content(), before, after, findings);
    }
    findings.proved();
  }

  private static void compare(
      StreamDescription stream,
      Content content,
      Map<String, Bytes> before,
      Map<String, Bytes> after,
      Findings findings) {
    List<String> changed =
        after.keySet().stream()
            .filter(key -> !Objects.equals(before.get(key), after.get(key)))
            .toList();
    if (changed.isEmpty() || !after.keySet().equals(before.keySet())) {
      findings.broken(
          "stream %s: after one record changed, the next pass changed %d; %s"
              .formatted(stream.name(), changed.size(), Differences.between(before, after)),
          "read again what may have changed, under the key it had");
    }
    for (String key : changed) {
      if (!stream.latency().isZero() && content.contributions(key) > 1) {
        findings.broken(
            "stream %s: record %s is counted as it was and as it is".formatted(stream.name(), key),
            "mark records provisional until they can no longer change");
      }
    }
  }
}
