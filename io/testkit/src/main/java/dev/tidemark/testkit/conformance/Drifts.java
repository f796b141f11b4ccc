// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.testkit.stage.DriftScenes;
import dev.tidemark.testkit.stage.DriftScenes.Drift;
import dev.tidemark.testkit.stage.DriftScenes.Drifted;
import dev.tidemark.testkit.stage.RecordScenes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** When the shape of records changes, that is seen, and reading goes on. */
final class Drifts implements Contract {
  private static final int RECORDS = 3;
  private static final int PAGE = 50;

  @Override
  public String checks() {
    return "added, removed, widened and narrowed fields are seen, not lost; nothing becomes {}";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    Optional<DriftScenes> scenes = findings.scenes(candidate, DriftScenes.class);
    if (scenes.isEmpty()) {
      return;
    }
    for (StreamDescription stream : candidate.streams()) {
      candidate.stage().scenes(RecordScenes.class).ifPresent(it -> it.add(stream.name(), RECORDS));
      for (Drift drift : Drift.values()) {
        drift(candidate, stream.name(), drift, scenes.get(), findings);
      }
    }
  }

  private static void drift(
      Candidate candidate, String stream, Drift how, DriftScenes scenes, Findings findings) {
    long before = read(candidate, stream).size();
    Drifted drifted = scenes.drift(stream, how);
    if (!findings.played(stream, drifted.played())) {
      return;
    }
    try {
      List<Change> after = read(candidate, stream);
      if (after.size() < before) {
        broken(
            stream, how, drifted, "records were lost: " + after.size() + " of " + before, findings);
      }
      seen(candidate, stream, how, drifted, after, findings);
    } catch (ConnectorException failure) {
      announced(stream, how, drifted, failure, findings);
    }
    findings.proved();
  }

  private static void seen(
      Candidate candidate,
      String stream,
      Drift how,
      Drifted drifted,
      List<Change> after,
      Findings findings) {
    boolean held = after.stream().anyMatch(change -> holds(change, drifted.field()));
    switch (how) {
      case ADDED, WIDENED, NARROWED -> {
        if (!held && !isDiscovered(candidate, stream, drifted.field())) {
          broken(stream, how, drifted, "no record and no discovery shows it", findings);
        }
      }
      case REMOVED -> {
        if (after.isEmpty()) {
          broken(stream, how, drifted, "no record came", findings);
        }
      }
      case ABSENT_STRUCT -> {
        if (after.stream().anyMatch(change -> isEmptyObject(change, drifted.field()))) {
          broken(stream, how, drifted, "what is absent was shown as {}", findings);
        }
      }
    }
  }

  /** A connector that cannot go on must at least name the field. */
  private static void announced(
      String stream, Drift how, Drifted drifted, ConnectorException failure, Findings findings) {
    String message = String.valueOf(failure.getMessage());
    if (!message.contains(drifted.field())) {
      broken(stream, how, drifted, "reading ended with: " + message, findings);
    }
  }

  private static List<Change> read(Candidate candidate, String stream) {
    try (Connector connector = candidate.open()) {
      return new Reading(candidate, connector, stream, PAGE).pass().content().counted();
    }
  }

  private static boolean holds(Change change, String field) {
    JsonNode record = RecordShape.parsed(change.payload());
    return record != null && record.hasNonNull(field);
  }

  private static boolean isEmptyObject(Change change, String field) {
    JsonNode record = Objects.requireNonNull(RecordShape.parsed(change.payload()));
    return record.path(field).isObject() && record.path(field).isEmpty();
  }

  private static boolean isDiscovered(Candidate candidate, String stream, String field) {
    try (Connector connector = candidate.open()) {
      return connector.discover().streams().stream()
          .filter(it -> it.description().name().equals(stream))
          .flatMap(it -> it.fields().stream())
          .map(Field::name)
          .anyMatch(field::equals);
    }
  }

  private static void broken(
      String stream, Drift how, Drifted drifted, String seen, Findings findings) {
    findings.broken(
        "stream %s: field %s was %s, and %s"
            .formatted(
                stream, drifted.field(), how.name().toLowerCase(java.util.Locale.ROOT), seen),
        "ask for fields by name, hand on what came as it came, and name what is missing");
  }
}
