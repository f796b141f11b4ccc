// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.verify;

import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.preview.Operations;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.conformance.Candidate;
import dev.tidemark.testkit.conformance.Conformance;
import dev.tidemark.testkit.conformance.Contract;
import dev.tidemark.testkit.conformance.Verdict;
import dev.tidemark.testkit.stage.RecordScenes;
import dev.tidemark.testkit.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Holds one connector type to contracts, one after the other, each with an account of its own.
 *
 * @param stages makes an account
 * @param seed of everything that is left to chance
 */
record Examination(ConnectorType type, Supplier<Stage> stages, long seed) {
  private static final int RECORDS = 1_000;

  /** What an account made for tests is given of everything before it is read once. */
  private static final int EXAMPLES = 3;

  /** What became of a contract. */
  record Result(Contract contract, Verdict verdict) {}

  /** Reads every stream once. */
  Operations operations() {
    try (Stage stage = stages.get();
        Connector connector = Candidate.of(type, stage, seed).open()) {
      stage.scenes(RecordScenes.class).ifPresent(this::addExamples);
      return Operations.reading(type, connector, RECORDS);
    }
  }

  private void addExamples(RecordScenes scenes) {
    type.description().streams().forEach(stream -> scenes.add(stream.name(), EXAMPLES));
  }

  /** Holds the type to contracts, and says as it goes how far it has come. */
  List<Result> results(List<Contract> contracts, Output progress) {
    List<Result> results = new ArrayList<>();
    for (Contract contract : contracts) {
      long began = System.nanoTime();
      Verdict verdict = verdict(contract);
      results.add(new Result(contract, verdict));
      progress.note(
          "%s: %s (%.1f s)"
              .formatted(contract.name(), verdict.word(), (System.nanoTime() - began) / 1e9));
    }
    return results;
  }

  private Verdict verdict(Contract contract) {
    try (Stage stage = stages.get()) {
      return Conformance.examine(contract, Candidate.of(type, stage, seed));
    }
  }
}
