// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.stream.Operation;
import dev.tidemark.spi.Capability;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import dev.tidemark.testkit.stage.DeletionScenes;
import dev.tidemark.testkit.stage.RecordScenes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is gone at the source is gone here, and only that. */
final class Deletes implements Contract {
  private static final int RECORDS = 9;
  private static final int GONE = 2;
  private static final int PAGE = 3;

  @Override
  public String checks() {
    return "deletions arrive where declared; a listing that partly failed deletes nothing";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    candidate.streams().stream()
        .filter(stream -> !deletes(candidate, stream))
        .forEach(stream -> refuses(candidate, stream, findings));
    List<StreamDescription> declared =
        candidate.streams().stream().filter(stream -> deletes(candidate, stream)).toList();
    if (declared.isEmpty()) {
      findings.leftOut("no stream declares deletions");
      return;
    }
    Optional<DeletionScenes> scenes = findings.scenes(candidate, DeletionScenes.class);
    if (scenes.isPresent()) {
      declared.forEach(
          stream -> new OneStream(candidate, stream, scenes.get(), findings).examine());
    }
  }

  private static boolean deletes(Candidate candidate, StreamDescription stream) {
    return stream.kind() == StreamKind.SNAPSHOT
        || stream.kind() == StreamKind.UPSERT_WITH_DELETES
        || (stream.kind() == StreamKind.UPSERT
            && candidate.description().capabilities().contains(Capability.DELETES));
  }

  /** A stream that declares none sends none. */
  private static void refuses(Candidate candidate, StreamDescription stream, Findings findings) {
    if (candidate.isLive()) {
      return;
    }
    try (Connector connector = candidate.open()) {
      boolean deleted =
          new Reading(candidate, connector, stream.name(), 100)
              .pass().pages().stream()
                  .flatMap(page -> page.changes().stream())
                  .anyMatch(change -> change.operation() != Operation.UPSERT);
      if (deleted) {
        findings.broken(
            "stream " + stream.name() + " sends deletions and declares none",
            "declare the kind UPSERT_WITH_DELETES");
      }
    }
  }

  private record OneStream(
      Candidate candidate, StreamDescription stream, DeletionScenes scenes, Findings findings) {
    void examine() {
      String name = stream.name();
      candidate.stage().scenes(RecordScenes.class).ifPresent(it -> it.add(name, RECORDS));
      try (Connector connector = candidate.open()) {
        Reading reading = new Reading(candidate, connector, name, PAGE).pass();
        partly(reading);
        deleted(reading);
      }
    }

    private void partly(Reading reading) {
      Set<String> before = Set.copyOf(reading.content().records().keySet());
      if (!findings.played(stream.name(), scenes.failPartly(stream.name()))) {
        return;
      }
      boolean failed = failed(reading);
      scenes.mend();
      if (!reading.content().records().keySet().containsAll(before)) {
        findings.broken(
            "stream %s: of %d records %d were left after a listing that partly failed"
                .formatted(stream.name(), before.size(), reading.content().records().size()),
            "let no page speak for keys it could not list");
      }
      if (failed) {
        reading.pass();
      }
      findings.proved();
    }

    private static boolean failed(Reading reading) {
      try {
        reading.pass();
        return false;
      } catch (ConnectorException expected) {
        return true;
      }
    }

    private void deleted(Reading reading) {
      int before = reading.pass().content().records().size();
      if (!findings.played(stream.name(), scenes.delete(stream.name(), GONE))) {
        return;
      }
      int gone = before - reading.pass().content().records().size();
      if (gone != GONE) {
        findings.broken(
            "stream %s: of %d deleted records %d are gone".formatted(stream.name(), GONE, gone),
            "send a deletion for each, or let snapshot pages speak for the keys they passed");
      }
      findings.proved();
    }
  }
}
