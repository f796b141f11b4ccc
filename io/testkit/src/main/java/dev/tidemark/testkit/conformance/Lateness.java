// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.spi.Capability;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.testkit.stage.LateScenes;
import dev.tidemark.testkit.stage.RecordScenes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Records that show late are counted, once. */
final class Lateness implements Contract {
  private static final int RECORDS = 5;
  private static final int LATE = 2;
  private static final int PAGE = 3;

  @Override
  public String checks() {
    return "records that show late within the lookback arrive, and what is read again counts once";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    List<StreamDescription> late =
        candidate.streams().stream().filter(stream -> !stream.latency().isZero()).toList();
    boolean declared = candidate.description().capabilities().contains(Capability.PROVISIONAL_TAIL);
    if (late.isEmpty() && !declared) {
      findings.leftOut("no stream declares a latency");
      return;
    }
    Optional<LateScenes> scenes = findings.scenes(candidate, LateScenes.class);
    if (scenes.isPresent()) {
      late.forEach(stream -> stream(candidate, stream, scenes.get(), findings));
    }
  }

  private static void stream(
      Candidate candidate, StreamDescription stream, LateScenes scenes, Findings findings) {
    String name = stream.name();
    candidate.stage().scenes(RecordScenes.class).ifPresent(it -> it.add(name, RECORDS));
    try (Connector connector = candidate.open()) {
      Reading reading = new Reading(candidate, connector, name, PAGE).pass();
      int before = reading.content().records().size();
      if (!findings.played(name, scenes.addLate(name, LATE))) {
        return;
      }
      int arrived = reading.pass().content().records().size() - before;
      compare(name, arrived, "came with the next pass", findings);
      if (candidate.advance(stream.latency().plus(Duration.ofHours(1)))) {
        int kept = reading.pass().content().records().size() - before;
        compare(name, kept, "were left when all had settled", findings);
      }
      once(name, reading.content(), findings);
    }
    findings.proved();
  }

  private static void compare(String stream, int found, String when, Findings findings) {
    if (found != LATE) {
      findings.broken(
          "stream %s: of %d late records %d %s".formatted(stream, LATE, found, when),
          "keep the settled cursor behind the source's latency and read what follows it again");
    }
  }

  private static void once(String stream, Content content, Findings findings) {
    if (!content.repeated().isEmpty()) {
      findings.broken(
          "stream " + stream + ": counted again " + content.repeated(),
          "mark what may be read again provisional, and settle it once");
    }
  }
}
