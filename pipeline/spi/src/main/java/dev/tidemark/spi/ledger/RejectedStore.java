// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.ledger;

import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.KeptRecord;
import dev.tidemark.model.stream.RejectedRecord;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Dead letters. Those a stream went on without are kept by the commit that passes them over ({@link
 * dev.tidemark.model.stream.Rejections}) and can be read again; the others their source shows again
 * by itself.
 */
public interface RejectedStore {
  /**
   * Keeps rejected records their source shows again; one that is already there stays as it is, but
   * for when it was seen last.
   */
  void keep(List<RejectedRecord> records);

  /** Streams with records that somebody asked to read again. */
  Set<StreamId> awaiting();

  /**
   * Records of a stream that somebody asked to read again and that a commit has not settled yet,
   * all of one first reading, the oldest first.
   *
   * @param underWay those being read again already, which are left out
   * @param most how many at most
   */
  List<Waiting> waiting(StreamId stream, Collection<KeptRecord> underWay, int most);

  /** A record that is to be read again, and as what. */
  record Waiting(KeptRecord record, RejectedRecord rejected) {}
}
