// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

/** Whether an option must be given. */
enum Presence {
  REQUIRED,
  OPTIONAL
}
