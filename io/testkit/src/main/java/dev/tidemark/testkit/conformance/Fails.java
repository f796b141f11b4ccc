// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.testkit.stage.RecordScenes;
import dev.tidemark.testkit.stage.ResponseScenes;
import dev.tidemark.testkit.stage.ResponseScenes.Spoil;
import dev.tidemark.testkit.stage.ResponseScenes.VendorError;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whatever goes wrong gets its category and a clear message, and nothing is lost by it. */
final class Fails implements Contract {
  private static final int RECORDS = 5;
  private static final int PAGE = 100;
  private static final Set<Category> GARBLED = Set.of(Category.TRANSIENT, Category.DATA);

  @Override
  public String checks() {
    return "errors get their category; a poison record, a broken answer or stream harm nothing"
        + " else";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    Optional<ResponseScenes> scenes = findings.scenes(candidate, ResponseScenes.class);
    if (scenes.isEmpty()) {
      return;
    }
    for (VendorError error : scenes.get().errors()) {
      vendorError(candidate, error, scenes.get(), findings);
    }
    for (StreamDescription stream : candidate.streams()) {
      candidate.stage().scenes(RecordScenes.class).ifPresent(it -> it.add(stream.name(), RECORDS));
      for (Spoil how : Spoil.values()) {
        spoil(candidate, stream.name(), how, scenes.get(), findings);
      }
    }
  }

  private static void vendorError(
      Candidate candidate, VendorError error, ResponseScenes scenes, Findings findings) {
    error.begin().run();
    Optional<ConnectorException> failure = failure(candidate, error.stream());
    scenes.mend();
    if (failure.isEmpty() || failure.get().category() != error.category()) {
      findings.broken(
          "the vendor's " + error.name() + " became " + said(failure),
          "classify it as " + error.category());
    } else if (!Words.sayWhatToDo(failure.get().getMessage())) {
      findings.broken(
          "the vendor's " + error.name() + " is explained by " + said(failure),
          "say what happened, to what, and what to do");
    }
    findings.proved();
  }

  private static void spoil(
      Candidate candidate, String stream, Spoil how, ResponseScenes scenes, Findings findings) {
    int before = records(candidate, stream);
    if (!findings.played(stream, scenes.spoil(stream, how))) {
      return;
    }
    switch (how) {
      case POISON_RECORD -> new Poison(candidate, stream, findings).examine(before);
      case FAILING_STREAM -> others(candidate, stream, findings);
      case HALF_RESPONSE, WRONG_ENCODING, TRUNCATED_COMPRESSION ->
          garbled(candidate, stream, how, findings);
      case HUGE_NUMBER, HUGE_TEXT -> huge(candidate, stream, how, before, findings);
    }
    scenes.mend();
    int after = records(candidate, stream);
    if (after < before) {
      findings.broken(
          "stream %s: after %s %d of %d records were left".formatted(stream, how, after, before),
          "move the cursor only past what was read whole");
    }
    findings.proved();
  }

  private static void garbled(Candidate candidate, String stream, Spoil how, Findings findings) {
    Optional<ConnectorException> failure = failure(candidate, stream);
    if (failure.isEmpty() || !GARBLED.contains(failure.get().category())) {
      findings.broken(
          "stream " + stream + ": " + how + " became " + said(failure),
          "fail by TRANSIENT or DATA: half an answer is none");
    } else if (!Words.sayWhatToDo(failure.get().getMessage())) {
      findings.broken(
          "stream " + stream + ": " + how + " is explained by " + said(failure),
          "say what was wrong with the answer and what happens next");
    }
  }

  private static void others(Candidate candidate, String failing, Findings findings) {
    if (failure(candidate, failing).isEmpty()) {
      findings.broken(
          "stream " + failing + " failed at the source and was read all the same",
          "let the failure through: silence looks like an empty source");
    }
    List<String> harmed =
        candidate.streams().stream()
            .map(StreamDescription::name)
            .filter(name -> !name.equals(failing) && failure(candidate, name).isPresent())
            .toList();
    if (!harmed.isEmpty()) {
      findings.broken(
          "while stream " + failing + " failed, so did " + harmed,
          "keep streams apart: no shared request, no shared state");
    }
  }

  /** A record too large may be handed on or refused in clear words; the others come. */
  private static void huge(
      Candidate candidate, String stream, Spoil how, int before, Findings findings) {
    try {
      if (records(candidate, stream) < before) {
        findings.broken(
            "stream " + stream + ": beside " + how + " other records were lost",
            "hand the record on as it came: it is rejected later, with its bytes");
      }
    } catch (ConnectorException failure) {
      if (failure.category() != Category.DATA || !Words.sayWhatToDo(failure.getMessage())) {
        findings.broken(
            "stream " + stream + ": " + how + " became " + said(Optional.of(failure)),
            "hand the record on as it came, or fail by DATA naming it");
      }
    }
  }

  private static int records(Candidate candidate, String stream) {
    try (Connector connector = candidate.open()) {
      return new Reading(candidate, connector, stream, PAGE).pass().content().records().size();
    }
  }

  private static Optional<ConnectorException> failure(Candidate candidate, String stream) {
    try {
      records(candidate, stream);
      return Optional.empty();
    } catch (ConnectorException thrown) {
      return Optional.of(thrown);
    }
  }

  private static String said(Optional<ConnectorException> failure) {
    return failure.map(it -> it.category() + ": " + it.getMessage()).orElse("no failure");
  }
}
