// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.offline;

import java.time.LocalDate;
import java.util.List;

/** A state as it was written, before shares are known. */
record DraftState(LocalDate asOf, List<Entry> entries) {
  DraftState {
    entries = List.copyOf(entries);
  }
}
