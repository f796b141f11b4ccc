// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import dev.tidemark.model.stream.Cost;

/** What reading has taken so far; it grows while a page is being read. */
public interface Spending {
  /** Requests made. */
  long calls();

  /** What the platform charges for beyond calls and bytes. */
  Cost cost();
}
