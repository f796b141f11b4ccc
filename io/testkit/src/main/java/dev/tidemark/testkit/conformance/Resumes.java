// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.Bytes;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import dev.tidemark.testkit.stage.RecordScenes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A reader that dies anywhere goes on from its last commit, and nothing is lost or doubled. */
final class Resumes implements Contract {
  private static final int RECORDS = 11;
  private static final int PAGE = 4;
  private static final int MOST_LIVE_RECORDS = 50;

  @Override
  public String checks() {
    return "killed after every page and at every record, reading goes on without loss or"
        + " repetition";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    Optional<RecordScenes> scenes =
        candidate.isLive() ? Optional.empty() : findings.scenes(candidate, RecordScenes.class);
    for (StreamDescription stream : candidate.streams()) {
      scenes.ifPresent(it -> findings.played(stream.name(), it.add(stream.name(), RECORDS)));
      Map<String, Bytes> whole = whole(candidate, stream);
      if (candidate.isLive() && whole.size() > MOST_LIVE_RECORDS) {
        findings.leftOut(stream.name() + ": more than " + MOST_LIVE_RECORDS + " live records");
        continue;
      }
      compare("killed after every record", whole, dying(candidate, stream, 1), stream, findings);
      compare("killed in every page", whole, dying(candidate, stream, PAGE), stream, findings);
      findings.proved();
    }
  }

  private static Map<String, Bytes> whole(Candidate candidate, StreamDescription stream) {
    try (Connector connector = candidate.open()) {
      int page = candidate.isLive() ? MOST_LIVE_RECORDS + 1 : PAGE;
      Reading reading = new Reading(candidate, connector, stream.name(), page);
      Fetched first = reading.page();
      return candidate.isLive() && first.more()
          ? reading.content().records()
          : finished(reading, first).content().records();
    }
  }

  private static Reading finished(Reading reading, Fetched last) {
    boolean more = last.more();
    while (more) {
      more = reading.page().more();
    }
    return reading;
  }

  /**
   * Each page is read by a connector that dies before the commit, and again by one that dies after
   * it.
   */
  private static Reading dying(Candidate candidate, StreamDescription stream, int page) {
    Reading reading;
    boolean more;
    try (Connector first = candidate.open()) {
      reading = new Reading(candidate, first, stream.name(), page);
      more = reading.page().more();
    }
    Steps steps = new Steps(10_000);
    while (more) {
      try (Connector lost = candidate.open()) {
        reading.restart(lost);
        reading.fetch();
      }
      try (Connector next = candidate.open()) {
        reading.restart(next);
        more = onward(reading, steps);
      }
    }
    return reading;
  }

  /**
   * One page after another until a commit moves the settled cursor: a restart begins the tail anew,
   * so a reader killed inside it at every page would never come to its end.
   */
  private static boolean onward(Reading reading, Steps steps) {
    Fetched page;
    boolean settledMoved;
    do {
      String before = reading.request().position().settled().json();
      page = reading.page();
      settledMoved = !page.next().settled().json().equals(before);
      steps.next(reading.stream());
    } while (page.more() && !settledMoved);
    return page.more();
  }

  private static void compare(
      String how,
      Map<String, Bytes> whole,
      Reading reading,
      StreamDescription stream,
      Findings findings) {
    Map<String, Bytes> resumed = reading.content().records();
    boolean same =
        stream.kind() == StreamKind.SNAPSHOT
            ? whole.keySet().equals(resumed.keySet())
            : whole.equals(resumed);
    if (!same) {
      findings.broken(
          "stream "
              + stream.name()
              + " "
              + how
              + ": read "
              + resumed.size()
              + " records, at once "
              + whole.size()
              + "; "
              + Differences.between(new TreeMap<>(whole), new TreeMap<>(resumed)),
          "put all that is needed to go on into the cursor, and nothing into the connector");
    }
    if (!reading.content().repeated().isEmpty()) {
      findings.broken(
          "stream " + stream.name() + " " + how + ": counted again " + reading.content().repeated(),
          "the settled cursor must say what was counted for good");
    }
  }
}
