// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import dev.tidemark.model.stream.Lease;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.model.stream.StreamCommit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen with the commits of one stream: those up to {@code accepted} are applied, the
 * others refused.
 *
 * @param row null if there is none
 * @param commits in their order
 * @param accepted how many of them, from the first
 * @param again whether they were applied before and only their answer was lost
 */
record Verdict(@Nullable StreamRow row, List<StreamCommit> commits, int accepted, boolean again) {

  /** Judges by the row alone: lease and sequence must be exactly those the commits build on. */
  static Verdict of(@Nullable StreamRow row, List<StreamCommit> commits) {
    if (row == null) {
      return new Verdict(null, commits, 0, false);
    }
    if (wasApplied(row, commits)) {
      return new Verdict(row, commits, commits.size(), true);
    }
    return new Verdict(row, commits, following(row, commits), false);
  }

  List<StreamCommit> toApply() {
    return again ? List.of() : commits.subList(0, accepted);
  }

  /** Why what was refused was refused, for people. */
  String reason() {
    if (row == null) {
      return "the connector is gone";
    }
    if (!row.carries(lease())) {
      return row.lease() == null ? "its lease was withdrawn" : "another instance reads the stream";
    }
    StreamCommit first = commits.get(accepted);
    return "it builds on sequence " + first.base() + ", but the stream is elsewhere";
  }

  /** The later job that took the stream from the holder of these commits' lease, if one did. */
  @Nullable PipelineJob supersededBy() {
    PipelineJob holder = row == null ? null : row.job();
    if (row == null || holder == null || !lease().equals(row.previousLease())) {
      return null;
    }
    return row.previousEpoch() < holder.epoch() ? holder : null;
  }

  /** Whether the refusal takes the lease away from the row, so that its pages are dropped. */
  boolean withdraws() {
    return row != null && accepted < commits.size() && row.carries(lease());
  }

  private Lease lease() {
    return commits.get(accepted).lease();
  }

  private static boolean wasApplied(StreamRow row, List<StreamCommit> commits) {
    StreamCommit last = commits.get(commits.size() - 1);
    return row.fingerprint() != null
        && row.carries(last.lease())
        && row.sequence() == last.sequence()
        && row.fingerprint().equals(Fingerprint.of(commits));
  }

  private static int following(StreamRow row, List<StreamCommit> commits) {
    long sequence = row.sequence();
    int accepted = 0;
    for (StreamCommit commit : commits) {
      if (!row.carries(commit.lease()) || commit.base() != sequence) {
        break;
      }
      sequence = commit.sequence();
      accepted++;
    }
    return accepted;
  }
}
