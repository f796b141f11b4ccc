// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything a connector says, returns and throws, as texts by where they were found. */
final class Traces {
  private static final int PAGES = 3;
  private static final int PAGE = 50;

  private final Candidate candidate;
  private final Map<String, List<String>> texts = new LinkedHashMap<>();

  Traces(Candidate candidate) {
    this.candidate = candidate;
  }

  /** What was found so far. */
  Map<String, List<String>> texts() {
    return texts;
  }

  /** Opens, checks and discovers. */
  void open(Map<String, Object> settings) {
    try {
      add("the settings' text", candidate.parse(settings).toString());
      try (Connector connector = candidate.open(settings)) {
        add("the connector's text", connector.toString());
        add("the budget key", connector.budgetKey());
        add("the stratum", connector.stratum().urn());
        add("a result of the check", connector.check().toString());
        add("what was discovered", connector.discover().toString());
      }
    } catch (RuntimeException thrown) {
      thrown(thrown);
    }
  }

  /** Reads a little of each stream. */
  void read(Map<String, Object> settings) {
    for (StreamDescription stream : candidate.streams()) {
      try (Connector connector = candidate.open(settings)) {
        Reading reading = new Reading(candidate, connector, stream.name(), PAGE);
        boolean more = true;
        for (int pages = 0; more && pages < PAGES; pages++) {
          Fetched page = reading.page();
          page(connector, stream.name(), page);
          more = page.more();
        }
      } catch (RuntimeException thrown) {
        thrown(thrown);
      }
    }
  }

  private void page(Connector connector, String stream, Fetched page) {
    add("a cursor", page.next().toString());
    NormaliseContext context =
        new NormaliseContext(connector.stratum(), candidate.now(), name -> "<" + name + ">");
    for (Change change : page.changes()) {
      add("a record's key", change.key());
      add("a record", change.payload().utf8());
      candidate
          .type()
          .normalise(stream, change, context, event -> add("a metric event", event.toString()));
    }
  }

  private void thrown(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    add("an exception", trace.toString());
  }

  private void add(String where, String text) {
    texts.computeIfAbsent(where, it -> new ArrayList<>()).add(text);
  }
}
