// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.testkit.stage.ThrottleScenes;
import dev.tidemark.testkit.stage.ThrottleScenes.Throttle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A source that asks to wait is left alone, as long as it asks. The connector asks nothing again by
 * itself and hands the stated time on; that the reader keeps it for all streams of a credential is
 * proved where the reader lives.
 */
final class Throttles implements Contract {
  private static final List<Duration> WAITS = List.of(Duration.ofSeconds(7), Duration.ofHours(30));
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration JITTER = Duration.ofMinutes(5);

  @Override
  public String checks() {
    return "asked to wait, the connector stops at once and hands on the time stated, not shortened";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    sharesABudget(candidate, findings);
    Optional<ThrottleScenes> scenes = findings.scenes(candidate, ThrottleScenes.class);
    if (scenes.isEmpty()) {
      return;
    }
    for (Duration wait : WAITS) {
      for (Throttle how : Throttle.values()) {
        throttle(candidate, how, wait, scenes.get(), findings);
      }
    }
  }

  private static void sharesABudget(Candidate candidate, Findings findings) {
    try (Connector one = candidate.open();
        Connector other = candidate.open()) {
      if (one.budgetKey().isBlank() || !one.budgetKey().equals(other.budgetKey())) {
        findings.broken(
            "one credential has the budgets " + one.budgetKey() + " and " + other.budgetKey(),
            "make the key of what the source counts by, and of nothing else");
      }
    }
  }

  private static void throttle(
      Candidate candidate, Throttle how, Duration wait, ThrottleScenes scenes, Findings findings) {
    if (!findings.played(how.name(), scenes.throttle(how, wait))) {
      return;
    }
    long before = scenes.refused();
    long began = System.nanoTime();
    Instant real = Instant.now();
    Optional<ConnectorException> failure = failure(candidate);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    long asked = scenes.refused() - before;
    scenes.calm();
    String what = "asked by " + how + " to wait " + wait.toSeconds() + " s, the connector ";
    if (took.compareTo(PATIENCE) > 0 || asked > candidate.description().budget().concurrency()) {
      findings.broken(
          what + "asked " + asked + " times within " + took.toMillis() + " ms",
          "throw at once; when to ask again is for the reader to decide");
    }
    if (failure.isEmpty() || failure.get().category() != Category.RATE_LIMITED) {
      findings.broken(what + "threw " + failure, "throw ConnectorException.rateLimited");
    } else {
      deadline(candidate, what, how, real, wait, failure.get(), findings);
    }
    findings.proved();
  }

  private static Optional<ConnectorException> failure(Candidate candidate) {
    try (Connector connector = candidate.open()) {
      new Reading(candidate, connector, candidate.streams().get(0).name(), 10).page();
      return Optional.empty();
    } catch (ConnectorException thrown) {
      return Optional.of(thrown);
    }
  }

  /** The stated time, by the source's clock or by ours. */
  private static void deadline(
      Candidate candidate,
      String what,
      Throttle how,
      Instant real,
      Duration wait,
      ConnectorException failure,
      Findings findings) {
    Optional<Instant> until = failure.retryAfter();
    boolean dialectWithoutTime = how == Throttle.DIALECT && until.isEmpty();
    boolean kept =
        until.isPresent()
            && (fits(until.get(), candidate.now(), wait) || fits(until.get(), real, wait));
    if (!dialectWithoutTime && !kept) {
      findings.broken(
          what + "says to wait until " + until.map(Instant::toString).orElse("no stated time"),
          "hand on Retry-After, in seconds or as a date, and never shorten it");
    }
  }

  private static boolean fits(Instant until, Instant asked, Duration wait) {
    Instant stated = asked.plus(wait);
    return !until.isBefore(stated.minusSeconds(1)) && !until.isAfter(stated.plus(JITTER));
  }
}
