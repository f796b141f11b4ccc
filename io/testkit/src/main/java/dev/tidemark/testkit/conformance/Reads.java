// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.CostUnit;
import dev.tidemark.model.stream.Operation;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import dev.tidemark.testkit.stage.RecordScenes;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reading brings whole, well-formed records in pages of the size asked for, and ends. */
final class Reads implements Contract {
  private static final int RECORDS = 17;
  private static final int PAGE = 5;
  private static final Duration MOMENT = Duration.ofSeconds(1);

  @Override
  public String checks() {
    return "records fit their schema, keys are unique, page sizes are kept, and reading ends";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    Optional<RecordScenes> scenes = Optional.empty();
    if (!candidate.isLive()) {
      scenes = findings.scenes(candidate, RecordScenes.class);
    }
    for (StreamDescription stream : candidate.streams()) {
      boolean added =
          scenes.isPresent()
              && findings.played(stream.name(), scenes.get().add(stream.name(), RECORDS));
      try (Connector connector = candidate.open()) {
        new OneStream(candidate, findings, connector, stream, added).examine();
        if (added) {
          endsThoughMoreArrives(candidate, findings, connector, stream, scenes.get());
        }
      }
      findings.proved();
    }
  }

  /** Each page is followed by more records than are new in it: the bound ends the pass. */
  private static void endsThoughMoreArrives(
      Candidate candidate,
      Findings findings,
      Connector connector,
      StreamDescription stream,
      RecordScenes scenes) {
    Reading reading = new Reading(candidate, connector, stream.name(), PAGE);
    int most = 10 * RECORDS;
    boolean more = true;
    for (int pages = 0; more && pages < most; pages++) {
      more = reading.page().more();
      candidate.advance(MOMENT);
      scenes.add(stream.name(), stream.kind() == StreamKind.SNAPSHOT ? PAGE - 2 : PAGE + 1);
    }
    if (more) {
      findings.broken(
          "stream " + stream.name() + ": a pass did not end while new records kept arriving",
          "leave out what is newer than the request's upper bound");
    }
  }

  /** One stream, read twice in small pages. */
  private record OneStream(
      Candidate candidate,
      Findings findings,
      Connector connector,
      StreamDescription stream,
      boolean added) {
    void examine() {
      Reading reading = new Reading(candidate, connector, stream.name(), page());
      reading.pass();
      reading.pages().forEach(this::size);
      reading.pages().forEach(this::cost);
      List<Change> read = reading.content().counted();
      if (added && read.size() < RECORDS) {
        broken(
            "only " + read.size() + " of " + RECORDS + " new records came", "read on to the end");
      }
      keys(reading.pages());
      RecordShape shape = new RecordShape(fields());
      see(read, shape);
      caughtUp(reading);
      see(reading.content().counted(), shape);
      schema(shape);
    }

    private int page() {
      return candidate.isLive() ? 200 : PAGE;
    }

    private void size(Fetched fetched) {
      if (fetched.changes().size() > page()) {
        broken(
            "a page of at most " + page() + " records held " + fetched.changes().size(),
            "never return more than FetchRequest.maximumRecords");
      }
    }

    private void cost(Fetched fetched) {
      Set<CostUnit> units = new HashSet<>(fetched.volume().cost().amounts().keySet());
      candidate.description().charges().forEach(charged -> units.remove(charged.unit()));
      if (!units.isEmpty()) {
        broken("a page cost " + units + ", not declared", "declare it by Description.withCharges");
      }
    }

    private void keys(List<Fetched> pages) {
      Set<String> keys = new HashSet<>();
      for (Fetched page : pages) {
        for (Change change : page.changes()) {
          boolean again = !keys.add(change.key());
          if (page.replaces() != null && (change.key().isEmpty() || again)) {
            broken(
                "the key '" + change.key() + "' is empty or twice in one snapshot",
                "make the key of what identifies the record");
          }
        }
      }
    }

    private static void see(List<Change> read, RecordShape shape) {
      read.stream()
          .filter(change -> change.operation() == Operation.UPSERT)
          .forEach(change -> shape.see(change.payload()));
    }

    private void schema(RecordShape shape) {
      shape
          .problems()
          .forEach(it -> broken(it, "declare the field as it is, or mend what is rendered"));
      Set<String> unseen = shape.neverSeen();
      unseen.removeAll(leftEmpty());
      if (added && !unseen.isEmpty()) {
        broken(
            "no record had a value in " + unseen,
            "read the field, or let the fake fill each field at least once");
      }
    }

    private Set<String> leftEmpty() {
      Set<String> empty =
          candidate
              .stage()
              .scenes(RecordScenes.class)
              .map(scenes -> scenes.leftEmpty(stream.name()))
              .orElse(Set.of());
      if (!empty.isEmpty()) {
        findings.leftOut(stream.name() + ": the account cannot fill " + empty);
      }
      return empty;
    }

    private List<Discovery.Field> fields() {
      return connector.discover().streams().stream()
          .filter(it -> it.description().name().equals(stream.name()))
          .flatMap(it -> it.fields().stream())
          .toList();
    }

    /** Nothing has happened since: a log brings nothing new, and what ends a pass says so. */
    private void caughtUp(Reading reading) {
      long before = reading.content().counted().size();
      reading.pass();
      if (stream.kind() == StreamKind.APPEND && reading.content().counted().size() > before) {
        broken("a second pass without news brought records again", "go on after the cursor");
      }
      Fetched last = reading.pages().get(reading.pages().size() - 1);
      if (!last.next().settled().equals(last.next().position())) {
        broken("a pass ended with two cursors", "end a pass by ReadPosition.at(settled)");
      }
    }

    private void broken(String seen, String fix) {
      findings.broken("stream " + stream.name() + ": " + seen, fix);
    }
  }
}
