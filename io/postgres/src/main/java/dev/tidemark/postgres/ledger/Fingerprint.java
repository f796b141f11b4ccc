// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.window.WindowChange;
import java.util.List;
import java.util.UUID;

/**
 * What commits write, in 128 bits. A commit whose answer was lost is tried again and known by it; a
 * bundle that was retried and read other page boundaries has another.
 */
final class Fingerprint {
  private Fingerprint() {}

  static UUID of(List<StreamCommit> commits) {
    Digest digest = new Digest();
    for (StreamCommit commit : commits) {
      // The text of a record names every component; only sketches show no more than their length.
      digest.add(commit.toString());
      commit.windows().forEach(window -> add(digest, window));
    }
    return digest.value();
  }

  private static void add(Digest digest, WindowChange window) {
    digest.add(window.settled().sketch().array()).add(window.tail().sketch().array());
  }
}
