// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import dev.tidemark.testkit.stage.RecordScenes;
import java.util.List;
import java.util.Optional;

/** The same request brings the same records, however often and from whichever connector. */
final class Replays implements Contract {
  private static final int RECORDS = 9;
  private static final int PAGE = 4;
  private static final int MOST_PAGES = 20;

  @Override
  public String checks() {
    return "the same cursor twice gives the same records";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    Optional<RecordScenes> scenes =
        candidate.isLive() ? Optional.empty() : findings.scenes(candidate, RecordScenes.class);
    for (StreamDescription stream : candidate.streams()) {
      scenes.ifPresent(it -> findings.played(stream.name(), it.add(stream.name(), RECORDS)));
      try (Connector connector = candidate.open();
          Connector other = candidate.open()) {
        Reading reading = new Reading(candidate, connector, stream.name(), PAGE);
        replay(reading, connector, other, stream, findings);
      }
      findings.proved();
    }
  }

  private static void replay(
      Reading reading,
      Connector connector,
      Connector other,
      StreamDescription stream,
      Findings findings) {
    boolean more = true;
    for (int pages = 0; more && pages < MOST_PAGES; pages++) {
      FetchRequest request = reading.request();
      Fetched first = connector.fetch(request);
      compare(first, connector.fetch(request), "the same", stream, findings);
      compare(first, other.fetch(request), "another", stream, findings);
      reading.commit(first);
      more = first.more();
    }
  }

  private static void compare(
      Fetched first, Fetched second, String who, StreamDescription stream, Findings findings) {
    List<?> shown = shown(first, stream);
    List<?> again = shown(second, stream);
    if (!shown.equals(again)) {
      findings.broken(
          "stream %s: asked again, %s connector gave %d records instead of %d, or other ones"
              .formatted(stream.name(), who, again.size(), shown.size()),
          "answer from the request alone, in an order the source keeps");
    }
  }

  /** A snapshot may tell the time of reading; its keys stay. */
  private static List<?> shown(Fetched page, StreamDescription stream) {
    return stream.kind() == StreamKind.SNAPSHOT
        ? page.changes().stream().map(Change::key).toList()
        : page.changes();
  }
}
