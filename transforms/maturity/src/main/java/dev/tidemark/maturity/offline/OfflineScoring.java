// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.offline;

import dev.tidemark.maturity.model.MaturityModel;

/**
 * Scores evidence given as JSON under a model given as YAML; a pure function of the two texts. The
 * result has one entry per state, in the order of the evidence, with the fields the live card has
 * for its newest state.
 */
public final class OfflineScoring {
  private OfflineScoring() {}

  /**
   * Scores every state and explains every change.
   *
   * @param model the text of a model file
   * @param evidence the text of an evidence file
   * @return JSON, indented, numbers with full double precision
   * @throws dev.tidemark.maturity.document.InvalidDocumentException naming every problem of the
   *     text that has any
   */
  public static String run(String model, String evidence) {
    return run(model, "model", evidence, "evidence");
  }

  /** The same, with the names the two texts are called by in messages. */
  public static String run(String model, String modelName, String evidence, String evidenceName) {
    MaturityModel parsed = MaturityModel.parse(model, modelName);
    return new StatesJson(parsed).write(new EvidenceReader(parsed, evidenceName).read(evidence));
  }
}
