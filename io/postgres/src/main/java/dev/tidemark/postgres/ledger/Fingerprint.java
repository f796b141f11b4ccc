// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.stream.Reading;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowChange;
import dev.tidemark.model.window.WindowKey;
import java.util.List;
import java.util.UUID;

/**
 * What commits write, in 128 bits. A commit whose answer was lost is tried again and known by it; a
 * bundle that was retried and read other page boundaries has another.
 */
final class Fingerprint {
  private final Digest digest = new Digest();

  private Fingerprint() {}

  static UUID of(List<StreamCommit> commits) {
    Fingerprint fingerprint = new Fingerprint();
    commits.forEach(fingerprint::add);
    return fingerprint.digest.value();
  }

  private void add(StreamCommit commit) {
    digest.add(commit.base()).add(commit.sequence()).add(commit.cursor().json());
    digest.add(commit.lease().toString()).add(commit.observedAt());
    commit.windows().forEach(this::add);
    commit.readings().forEach(this::add);
    // The text of a record names every component; there are few of these, or none.
    digest.add(commit.facts().toString()).add(commit.populations().toString());
    commit.rejections().passed().forEach(record -> digest.add(RejectedRows.id(record).toString()));
    digest.add(commit.rejections().replays().toString());
    digest.add(String.valueOf(commit.completeThrough())).add(commit.volume().toString());
  }

  private void add(WindowChange window) {
    WindowKey key = window.key();
    digest.add(key.stratum().urn()).add(key.metric()).add(key.attributes().toString());
    digest.add(key.grain().name()).add(key.start());
    add(window.settled());
    add(window.tail());
  }

  private void add(Partial partial) {
    digest.add(partial.count()).add(partial.sum()).add(partial.denominator());
    digest.add(partial.last()).add(partial.lastRevision());
    digest.add(partial.earliest()).add(partial.latest()).add(partial.sketch().array());
  }

  private void add(Reading reading) {
    digest.add(reading.series().toString()).add(reading.value());
    digest.add(reading.start()).add(reading.at()).add(reading.movedAt());
  }
}
