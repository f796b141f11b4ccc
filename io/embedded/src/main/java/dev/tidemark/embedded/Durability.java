// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

/** What a server's committed transactions survive. */
enum Durability {
  /** A crash of the machine. */
  FULL,
  /** A crash of the server's processes only: for tests. */
  PROCESS
}
