// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one stream as the pipeline does: page by page, each committed as it comes, a pass up to the
 * bound fixed when it began. Not safe for use by several threads.
 */
final class Reading {
  private static final int MOST_PAGES = 20_000;
  private static final long PAGE_BYTES = 1 << 20;

  private final Candidate candidate;
  private final String stream;
  private final int pageSize;
  private final Content content = new Content();
  private final List<Fetched> pages = new ArrayList<>();
  private Connector connector;
  private ReadPosition position = ReadPosition.at(Cursor.start());
  private @Nullable Instant upper;

  Reading(Candidate candidate, Connector connector, String stream, int pageSize) {
    this.candidate = candidate;
    this.connector = connector;
    this.stream = stream;
    this.pageSize = pageSize;
  }

  /** Reads until a pass ends. */
  Reading pass() {
    pages.clear();
    while (page().more()) {
      if (pages.size() > MOST_PAGES) {
        throw new AssertionError(
            "a pass over " + stream + " has not ended after " + MOST_PAGES + " pages");
      }
    }
    return this;
  }

  /** Reads and commits one page. */
  Fetched page() {
    Fetched fetched = fetch();
    commit(fetched);
    return fetched;
  }

  /** Reads a page without committing it: what a crash would lose. */
  Fetched fetch() {
    return connector.fetch(request());
  }

  /** The order for the next page. */
  FetchRequest request() {
    if (upper == null) {
      upper = candidate.now();
    }
    return new FetchRequest(stream, position, upper, pageSize, PAGE_BYTES);
  }

  /** Commits a page that was read. */
  void commit(Fetched fetched) {
    content.add(fetched);
    pages.add(fetched);
    position = fetched.next();
    if (!fetched.more()) {
      upper = null;
    }
  }

  /** The reader dies; another goes on from the committed cursor with a connector of its own. */
  void restart(Connector other) {
    connector = other;
    position = ReadPosition.at(position.settled());
    upper = null;
    content.forgetPass();
  }

  /** Whether a pass has begun and not ended. */
  boolean isUnderWay() {
    return upper != null;
  }

  String stream() {
    return stream;
  }

  /** The pages of this pass so far, or of the last one. */
  List<Fetched> pages() {
    return pages;
  }

  /** What would be counted now. */
  Content content() {
    return content;
  }
}
