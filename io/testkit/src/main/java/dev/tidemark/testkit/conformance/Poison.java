// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.NormaliseContext;
import java.util.ArrayList;
import java.util.List;

/** One record that cannot be used stands among good ones: it is rejected, they are not. */
final class Poison {
  private final Candidate candidate;
  private final String stream;
  private final Findings findings;
  private final List<String> rejected = new ArrayList<>();
  private int bytes;

  Poison(Candidate candidate, String stream, Findings findings) {
    this.candidate = candidate;
    this.stream = stream;
    this.findings = findings;
  }

  void examine(int good) {
    try (Connector connector = candidate.open()) {
      List<Change> read = new Reading(candidate, connector, stream, 100).pass().content().counted();
      NormaliseContext context =
          new NormaliseContext(connector.stratum(), candidate.now(), name -> name);
      read.forEach(change -> normalise(change, context));
      if (read.size() <= good || rejected.size() != 1 || bytes == 0) {
        findings.broken(
            "stream %s: beside %d good records a poison one was added; %d came, rejected: %s"
                .formatted(stream, good, read.size(), rejected),
            "hand each record on as it came, and let normalise throw DATA for the one");
      }
    } catch (ConnectorException failure) {
      findings.broken(
          "stream %s: one poison record failed the page: %s"
              .formatted(stream, failure.getMessage()),
          "hand each record on as it came, and let normalise throw DATA for the one");
    }
  }

  private void normalise(Change change, NormaliseContext context) {
    try {
      candidate.type().normalise(stream, change, context, event -> {});
    } catch (ConnectorException unusable) {
      rejected.add(change.key() + ": " + unusable.getMessage());
      bytes = change.payload().length();
      if (unusable.category() != Category.DATA) {
        findings.broken(
            "stream %s: record %s was rejected by %s"
                .formatted(stream, change.key(), unusable.category()),
            "reject a record by DATA, naming what is wrong with it");
      }
    }
  }
}
