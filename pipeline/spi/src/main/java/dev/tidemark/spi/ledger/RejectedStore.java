// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.stream.RejectedRecord;
import java.util.List;

/** Dead letters, replayable. */
public interface RejectedStore {
  /** Keeps rejected records; one that is already there stays as it is. */
  void keep(List<RejectedRecord> records);
}
