// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

/** Why a score changed (scoring model, section 2.10). */
public enum Reason {
  /** What the score is about: strata, shares, applicability. */
  SCOPE,
  /** How much evidence there is. */
  EVIDENCE,
  /** How old the evidence is. */
  FRESHNESS,
  /** What the organisation did. */
  PERFORMANCE,
  /** Another version of the model. */
  MODEL,
  /** A day already closed was revised. */
  RESTATEMENT
}
