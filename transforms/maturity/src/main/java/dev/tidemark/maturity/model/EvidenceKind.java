// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

/** What evidence is made of. */
public enum EvidenceKind {
  /** Things that happened; a small number of them is full evidence. */
  EVENTS,
  /** A population that can be counted; seeing all of it is full evidence. */
  CENSUS
}
