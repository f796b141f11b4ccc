// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.asset;

/** Whose word counts when streams differ about a fact, weakest first. */
public enum Precedence {
  SCANNER,
  CATALOGUE,
  NATIVE_PLATFORM
}
