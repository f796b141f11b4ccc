// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

/** How a server in use by this process came to run. */
enum Origin {
  /** This instance launched it. */
  LAUNCHED,
  /** It ran already. */
  FOUND
}
