// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.SettingsException;
import dev.tidemark.testkit.stage.AccessScenes;
import dev.tidemark.testkit.stage.AccessScenes.Kind;
import dev.tidemark.testkit.stage.AccessScenes.Refusal;
import dev.tidemark.testkit.stage.ThrottleScenes;
import dev.tidemark.testkit.stage.ThrottleScenes.Throttle;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A check says for each need whether it is met, and if not, why and what to do. */
final class Checks implements Contract {
  private static final Duration MOST = Duration.ofSeconds(10);
  private static final Duration LONG_WAIT = Duration.ofHours(1);
  private static final Set<Kind> ALWAYS = Set.of(Kind.CREDENTIAL, Kind.HOST);

  @Override
  public String checks() {
    return "good settings pass; each thing wrong gets its own code, message and remedy, in 10 s";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    good(candidate, findings);
    findings
        .scenes(candidate, AccessScenes.class)
        .ifPresent(scenes -> refusals(candidate, scenes.refusals(), findings));
    findings
        .scenes(candidate, ThrottleScenes.class)
        .ifPresent(scenes -> throttled(candidate, scenes, findings));
    findings.proved();
  }

  private static void good(Candidate candidate, Findings findings) {
    List<CheckResult> results = results(candidate, candidate.settings(), "good settings", findings);
    if (results.isEmpty() || !results.stream().allMatch(CheckResult::passed)) {
      findings.broken(
          "good settings were answered by " + results, "name each need, and pass what is met");
    }
  }

  private static void refusals(Candidate candidate, List<Refusal> refusals, Findings findings) {
    Set<Kind> kinds = refusals.stream().map(Refusal::kind).collect(Collectors.toSet());
    if (!kinds.containsAll(ALWAYS) && !isOpen(candidate)) {
      findings.broken(
          "the fake account refuses access by " + kinds,
          "let it refuse by " + ALWAYS + " at least");
    }
    Map<String, String> messages = new HashMap<>();
    for (Refusal refusal : refusals) {
      refusal(candidate, refusal, messages, findings);
    }
  }

  private static boolean isOpen(Candidate candidate) {
    return candidate.description().authentication().equals(List.of("none"));
  }

  private static void refusal(
      Candidate candidate, Refusal refusal, Map<String, String> messages, Findings findings) {
    Map<String, Object> settings = refusal.begin().get();
    List<CheckResult> results = results(candidate, settings, refusal.name(), findings);
    refusal.end().run();
    Optional<CheckResult> named =
        results.stream().filter(it -> refusal.category() == it.failure()).findFirst();
    if (named.isEmpty()) {
      findings.broken(
          refusal.name() + " was answered by " + results,
          "let a result of the check fail by " + refusal.category());
      return;
    }
    message(refusal.name(), named.get().message(), messages, findings);
  }

  private static void message(
      String name, String message, Map<String, String> messages, Findings findings) {
    if (!Words.sayWhatToDo(message)) {
      findings.broken(
          name + " is explained by '" + message + "'",
          "say what happened, to what, and what to do");
    }
    String twin = messages.putIfAbsent(message, name);
    if (twin != null) {
      findings.broken(
          name + " and " + twin + " are both explained by '" + message + "'",
          "give each its own words");
    }
  }

  private static void throttled(Candidate candidate, ThrottleScenes scenes, Findings findings) {
    if (!findings.played("check", scenes.throttle(Throttle.DIALECT, LONG_WAIT))) {
      return;
    }
    List<CheckResult> results = results(candidate, candidate.settings(), "a throttle", findings);
    scenes.calm();
    if (results.stream().noneMatch(it -> it.failure() == Category.RATE_LIMITED)) {
      findings.broken(
          "a source that asks to wait was answered by " + results,
          "fail fast by RATE_LIMITED, without waiting");
    }
  }

  /** The results; what is thrown counts as one result. */
  private static List<CheckResult> results(
      Candidate candidate, Map<String, Object> settings, String what, Findings findings) {
    long began = System.nanoTime();
    List<CheckResult> results = asked(candidate, settings);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    if (took.compareTo(MOST) > 0) {
      findings.broken(
          "with " + what + " the check took " + took.toSeconds() + " s",
          "end within " + MOST.toSeconds() + " s: shorten timeouts while checking");
    }
    return results;
  }

  private static List<CheckResult> asked(Candidate candidate, Map<String, Object> settings) {
    try (Connector connector = candidate.open(settings)) {
      return connector.check();
    } catch (ConnectorException failure) {
      return List.of(
          CheckResult.failed("check", failure.category(), String.valueOf(failure.getMessage())));
    } catch (SettingsException wrong) {
      return List.of(
          CheckResult.failed("settings", Category.CONFIG, String.valueOf(wrong.getMessage())));
    }
  }
}
