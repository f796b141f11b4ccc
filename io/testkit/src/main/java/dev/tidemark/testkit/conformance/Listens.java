// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Hints;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.testkit.stage.HintScenes;
import dev.tidemark.testkit.stage.RecordScenes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Word of news makes a reading come sooner and changes nothing else: it is heard within its bound,
 * told once, moves no cursor, brings no record, and a source of it that is dead harms no reading.
 * Optional.
 */
final class Listens implements Contract {
  private static final int PAGE = 100;
  private static final Duration SHORT = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(20);

  /** A wait may end late by what a request takes on a busy machine. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  @Override
  public String checks() {
    return "word of news is heard in time and told once, moves no cursor, brings no record, and may"
        + " fail without harm";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    Optional<HintScenes> scenes = candidate.stage().scenes(HintScenes.class);
    if (scenes.isEmpty()) {
      findings.leftOut("the account says nothing by itself; this contract is optional");
      return;
    }
    Map<String, Object> settings = scenes.get().begin();
    try (Connector connector = candidate.open(settings)) {
      Optional<Hints> hints = connector.hints();
      if (hints.isEmpty()) {
        findings.broken("it offers no hints where its account says news", "let hints() tell them");
        return;
      }
      named(candidate, hints.get(), findings);
      for (String stream : new TreeSet<>(hints.get().streams())) {
        stream(candidate, new Ear(connector, hints.get(), scenes.get()), stream, findings);
      }
    }
    findings.proved();
  }

  /** Who hears, of what, and who makes it heard. */
  private record Ear(Connector connector, Hints hints, HintScenes scenes) {}

  private static void named(Candidate candidate, Hints hints, Findings findings) {
    Set<String> known =
        candidate.streams().stream().map(StreamDescription::name).collect(Collectors.toSet());
    Set<String> foreign = new TreeSet<>(hints.streams());
    foreign.removeAll(known);
    if (!foreign.isEmpty() || hints.streams().isEmpty()) {
      findings.broken(
          "hints are offered for " + hints.streams() + ", of which it has no stream " + foreign,
          "name streams of the description, and offer no hints where there are none");
    }
  }

  private static void stream(Candidate candidate, Ear ear, String stream, Findings findings) {
    candidate.stage().scenes(RecordScenes.class).ifPresent(it -> it.add(stream, 3));
    Reading reading = new Reading(candidate, ear.connector(), stream, PAGE).pass();
    silent(ear, stream, findings);
    heard(ear, stream, findings);
    unmoved(reading, stream, findings);
    survived(ear, reading, stream, findings);
  }

  /** Nothing was told, so nothing may be heard, and the wait ends by itself. */
  private static void silent(Ear ear, String stream, Findings findings) {
    long began = System.nanoTime();
    Set<String> told = ear.hints().await(SHORT);
    long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    if (!told.isEmpty()) {
      findings.broken(
          "stream " + stream + ": word came of " + told + " although nothing was told",
          "tell only what the platform says, and what was told only once");
    }
    if (took > SHORT.plus(GRACE).toMillis()) {
      findings.broken(
          "stream " + stream + ": waiting took " + took + " ms instead of " + SHORT.toMillis(),
          "wait no longer than asked for");
    }
  }

  private static void heard(Ear ear, String stream, Findings findings) {
    ear.scenes().tell(stream);
    Set<String> told = ear.hints().await(LONG);
    if (!told.contains(stream) || !ear.hints().streams().containsAll(told)) {
      findings.broken(
          "stream " + stream + ": after the platform told of news, word came of " + told,
          "return the names of the streams there is word of, and of no others");
    }
    silent(ear, stream, findings);
  }

  /** What the next pass brings is what was there before: a hint is no record. */
  private static void unmoved(Reading reading, String stream, Findings findings) {
    Map<String, ?> before = Map.copyOf(reading.content().records());
    if (!Map.copyOf(reading.pass().content().records()).equals(before)) {
      findings.broken(
          "stream " + stream + ": after word for nothing the next pass brought something else",
          "let a hint change nothing but when the next reading begins");
    }
  }

  private static void survived(Ear ear, Reading reading, String stream, Findings findings) {
    ear.scenes().fail();
    try {
      ear.hints().await(SHORT);
    } catch (ConnectorException expected) {
      // Whoever listens waits and asks again.
    }
    try {
      reading.pass();
    } catch (ConnectorException failure) {
      findings.broken(
          "stream " + stream + ": it cannot be read while word fails: " + failure.getMessage(),
          "let readings need nothing that hints need");
    } finally {
      ear.scenes().mend();
    }
    heard(ear, stream, findings);
  }
}
