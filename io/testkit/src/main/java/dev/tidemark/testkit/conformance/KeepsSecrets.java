// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.spi.options.Option;
import dev.tidemark.testkit.stage.AccessScenes;
import dev.tidemark.testkit.stage.AccessScenes.Refusal;
import dev.tidemark.testkit.stage.ResponseScenes;
import dev.tidemark.testkit.stage.ResponseScenes.VendorError;
import dev.tidemark.testkit.stage.ThrottleScenes;
import dev.tidemark.testkit.stage.ThrottleScenes.Throttle;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What is secret shows nowhere: neither when all goes well nor when it does not, in nothing that is
 * said, returned, thrown, logged at any level or written to a file.
 */
final class KeepsSecrets implements Contract {
  @Override
  public String checks() {
    return "canaries in every secret option never appear in logs, exceptions, cursors, pages,"
        + " events or files";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    Canaries canaries = Canaries.of(candidate);
    planted(candidate, canaries, findings);
    FileWatch files = FileWatch.begin();
    try (LogWatch logs = LogWatch.begin()) {
      Traces traces = new Traces(candidate);
      Canaries.settings(candidate).forEach(settings -> look(settings, traces));
      troubles(candidate, canaries, traces);
      canaries.plantIssued(candidate);
      traces.texts().forEach((where, texts) -> compare(canaries, where, texts, findings));
      compare(canaries, "the log", logs.lines(), findings);
    }
    compare(canaries, "a file it wrote", files.contents(), findings);
    findings.proved();
  }

  private static void planted(Candidate candidate, Canaries canaries, Findings findings) {
    for (Option<?> option : candidate.description().options().all()) {
      if (option.isSecret() && !canaries.holds(option)) {
        if (candidate.isLive()) {
          findings.leftOut("option " + option + " is not given");
        } else {
          findings.broken(
              "no canary was planted in the secret option " + option,
              "let settings() or alternatives() of the fake account give it");
        }
      }
    }
  }

  private static void look(Map<String, Object> settings, Traces traces) {
    traces.open(settings);
    traces.read(settings);
  }

  /** What is said when something goes wrong is where secrets leak. */
  private static void troubles(Candidate candidate, Canaries canaries, Traces traces) {
    candidate
        .stage()
        .scenes(AccessScenes.class)
        .ifPresent(
            scenes -> scenes.refusals().forEach(it -> refuse(it, candidate, canaries, traces)));
    candidate
        .stage()
        .scenes(ThrottleScenes.class)
        .ifPresent(
            scenes -> {
              scenes.throttle(Throttle.DIALECT, Duration.ofSeconds(1));
              traces.open(candidate.settings());
              traces.read(candidate.settings());
              scenes.calm();
            });
    candidate
        .stage()
        .scenes(ResponseScenes.class)
        .ifPresent(scenes -> scenes.errors().forEach(it -> fail(it, scenes, candidate, traces)));
  }

  private static void refuse(
      Refusal refusal, Candidate candidate, Canaries canaries, Traces traces) {
    Map<String, Object> settings = refusal.begin().get();
    canaries.plant(candidate, settings);
    traces.open(settings);
    traces.read(settings);
    refusal.end().run();
  }

  private static void fail(
      VendorError error, ResponseScenes scenes, Candidate candidate, Traces traces) {
    error.begin().run();
    traces.read(candidate.settings());
    scenes.mend();
  }

  private static void compare(
      Canaries canaries, String where, List<String> texts, Findings findings) {
    List<String> leaked = canaries.in(texts);
    if (!leaked.isEmpty()) {
      findings.broken(
          "what is in " + leaked + " was found in " + where,
          "pass secrets as Secret, reveal one only to the client that needs it, and leave out"
              + " messages of others that repeat it");
    }
  }
}
