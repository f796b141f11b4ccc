// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.score;

/** What is known of an indicator on a stratum (scoring model, section 2.6). */
public enum EvidenceState {
  /** Fresh and sufficient. */
  MEASURED,
  /** Fresh, but not sufficient. */
  PARTIAL,
  /** Older than its grace. */
  STALE,
  /** Too new to count. */
  PROBATION,
  /** It applies, and nothing was ever seen. */
  UNOBSERVED,
  /** The organisation's register says it does not apply. */
  NOT_APPLICABLE,
  /** It applies, and no connector type can supply it. */
  UNSUPPORTED,
  /** A signed human statement stands in for telemetry. */
  ATTESTED,
  /** The connector failed or lacks a permission; what was seen before ages. */
  ERROR
}
