// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

/** Whether an indicator counts. */
public enum IndicatorStatus {
  /** It counts. */
  ACTIVE,
  /** It is computed and shown, with no weight. */
  PREVIEW
}
