// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.spi.Connector;
import dev.tidemark.testkit.stage.WriteScenes;
import java.util.Optional;

/** A record written the way users do it arrives, and goes when it is removed. Optional. */
final class WritesBack implements Contract {
  private static final int PAGE = 100;

  @Override
  public String checks() {
    return "a record that is created arrives with the next pass and goes when it is deleted";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    Optional<WriteScenes> scenes = candidate.stage().scenes(WriteScenes.class);
    if (scenes.isEmpty()) {
      findings.leftOut("the account takes no writes; this contract is optional");
      return;
    }
    for (String stream : scenes.get().writable()) {
      stream(candidate, stream, scenes.get(), findings);
    }
  }

  private static void stream(
      Candidate candidate, String stream, WriteScenes scenes, Findings findings) {
    try (Connector connector = candidate.open()) {
      Reading reading = new Reading(candidate, connector, stream, PAGE).pass();
      String marker = scenes.create(stream);
      if (!holds(reading.pass(), marker)) {
        findings.broken(
            "stream " + stream + ": a record that was created did not come with the next pass",
            "read what is new since the cursor");
      }
      scenes.remove(stream, marker);
      if (holds(reading.pass(), marker)) {
        findings.broken(
            "stream " + stream + ": a record that was removed is still there after the next pass",
            "send its deletion, or let the snapshot pass its key");
      }
    }
    findings.proved();
  }

  private static boolean holds(Reading reading, String marker) {
    return reading.content().records().values().stream()
        .anyMatch(payload -> payload.utf8().contains(marker));
  }
}
