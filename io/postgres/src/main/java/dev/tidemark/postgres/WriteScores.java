// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres;

import dev.tidemark.model.score.ScoreUpdate;
import dev.tidemark.spi.ledger.LedgerAccess;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * Writes scores, those of a bundle in few transactions. Order and repetition do not matter: a score
 * of an older revision never overwrites a newer one.
 */
public final class WriteScores extends PTransform<PCollection<ScoreUpdate>, PDone> {
  private final LedgerAccess access;

  private WriteScores(LedgerAccess access) {
    this.access = access;
  }

  public static WriteScores to(LedgerAccess access) {
    return new WriteScores(access);
  }

  @Override
  public PDone expand(PCollection<ScoreUpdate> scores) {
    scores.apply("Write", ParDo.of(new WriteScoresFn(access)));
    return PDone.in(scores.getPipeline());
  }
}
