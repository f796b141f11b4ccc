// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.testkit.stage.AccessScenes;
import dev.tidemark.testkit.stage.AccessScenes.Kind;
import dev.tidemark.testkit.stage.AccessScenes.Refusal;
import dev.tidemark.testkit.stage.EmptyScenes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every run tells that it lives, how late it is, what there is and what it may not see. */
final class Heartbeats implements Contract {
  private static final int MOST_PAGES = 200;
  private static final String MISSING = "tidemark.connector.permission.missing";
  private static final List<String> ALWAYS =
      List.of(
          "tidemark.connector.heartbeat",
          "tidemark.connector.lag",
          "tidemark.connector.asset.eligible");

  @Override
  public String checks() {
    return "every run reports heartbeat, lag and eligible assets, also of nothing, and what it may"
        + " not see";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    reported(candidate, "a run", findings);
    candidate
        .stage()
        .scenes(AccessScenes.class)
        .ifPresent(scenes -> scenes.refusals().forEach(it -> missing(candidate, it, findings)));
    Optional<EmptyScenes> scenes = findings.scenes(candidate, EmptyScenes.class);
    if (scenes.isPresent() && findings.played("account", scenes.get().empty())) {
      reported(candidate, "a run over an empty account", findings);
    }
    findings.proved();
  }

  private static void reported(Candidate candidate, String run, Findings findings) {
    Set<String> silent = new TreeSet<>(ALWAYS);
    silent.removeAll(metrics(candidate, candidate.settings()));
    if (!silent.isEmpty()) {
      findings.broken(
          run + " reported no " + silent,
          "let one record of a pass be about the connection itself, and emit these of it always");
    }
  }

  /** What may not be seen is said; where nothing may be seen, the run fails and says so. */
  private static void missing(Candidate candidate, Refusal refusal, Findings findings) {
    if (refusal.kind() != Kind.PERMISSION) {
      return;
    }
    try {
      if (!metrics(candidate, refusal.begin().get()).contains(MISSING)) {
        findings.broken(
            "with " + refusal.name() + " a run reported no " + MISSING,
            "emit it for each permission that lacks and each metric that therefore does");
      }
    } catch (ConnectorException refused) {
      findings.leftOut(refusal.name() + " ends the run: " + refused.getMessage());
    } finally {
      refusal.end().run();
    }
  }

  private static Set<String> metrics(Candidate candidate, Map<String, Object> settings) {
    Set<String> metrics = new TreeSet<>();
    for (StreamDescription stream : candidate.streams()) {
      if (stream.metrics().contains(MISSING)
          || stream.metrics().stream().anyMatch(ALWAYS::contains)) {
        try (Connector connector = candidate.open(settings)) {
          read(candidate, connector, stream.name(), metrics);
        }
      }
    }
    return metrics;
  }

  private static void read(
      Candidate candidate, Connector connector, String stream, Set<String> metrics) {
    Reading reading = new Reading(candidate, connector, stream, 100);
    boolean more = true;
    for (int pages = 0; more && pages < MOST_PAGES; pages++) {
      more = reading.page().more();
    }
    NormaliseContext context =
        new NormaliseContext(connector.stratum(), candidate.now(), name -> name);
    for (Change change : reading.content().counted()) {
      candidate.type().normalise(stream, change, context, event -> metrics.add(event.metric()));
    }
  }
}
