// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.spi.Connector;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.testkit.stage.RecordScenes;
import java.util.Optional;

/** Records that share a cursor value are neither lost nor doubled where a page ends among them. */
final class Ties implements Contract {
  private static final int RECORDS = 10;
  private static final int PAGE = 3;

  @Override
  public String checks() {
    return "many records with an equal cursor value across a page edge: none lost, none twice";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    Optional<RecordScenes> scenes = findings.scenes(candidate, RecordScenes.class);
    if (scenes.isPresent()) {
      for (StreamDescription stream : candidate.streams()) {
        stream(candidate, stream.name(), scenes.get(), findings);
      }
    }
  }

  private static void stream(
      Candidate candidate, String stream, RecordScenes scenes, Findings findings) {
    int before = counted(candidate, stream, findings);
    if (findings.played(stream, scenes.addTied(stream, RECORDS))) {
      int added = counted(candidate, stream, findings) - before;
      if (added != RECORDS) {
        findings.broken(
            "stream %s: of %d records with equal cursor values %d came in pages of %d"
                .formatted(stream, RECORDS, added, PAGE),
            "break ties by a unique field, in the order and in the cursor");
      }
      findings.proved();
    }
  }

  private static int counted(Candidate candidate, String stream, Findings findings) {
    try (Connector connector = candidate.open()) {
      Content content = new Reading(candidate, connector, stream, PAGE).pass().content();
      if (!content.repeated().isEmpty()) {
        findings.broken(
            "stream " + stream + ": counted again " + content.repeated(),
            "go on strictly after the last record of the page");
      }
      return content.records().size();
    }
  }
}
