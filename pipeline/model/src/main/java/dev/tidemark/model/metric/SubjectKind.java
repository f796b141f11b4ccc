// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

/** What kind of thing a metric speaks of; populations are counted per kind. */
public enum SubjectKind {
  /** The platform account as a whole. */
  ACCOUNT,
  /** A table, view, file set, topic or the like. */
  ASSET,
  /** A column of an asset. */
  COLUMN,
  /** A person or service that signs in, always as a keyed hash. */
  PRINCIPAL,
  /** A privilege held by a principal. */
  GRANT,
  /** A trained model or an agent. */
  MODEL,
  /** A place where a model or an agent answers requests. */
  ENDPOINT,
  /** A document shared by people. */
  DOCUMENT,
  /** A laboratory result. */
  RESULT,
  /** A run of a connector. */
  CONNECTOR
}
