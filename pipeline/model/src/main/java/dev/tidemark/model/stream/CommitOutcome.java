// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.stream;

import dev.tidemark.model.OrganisationRevision;
import dev.tidemark.model.StreamId;
import org.jspecify.annotations.Nullable;

/** The ledger's answer to a commit. */
public sealed interface CommitOutcome {
  StreamId stream();

  /** Applied, and the organisation's revision moved with it. */
  record Accepted(StreamId stream, OrganisationRevision revision) implements CommitOutcome {}

  /**
   * Not applied: the instance must forget what it knows of the stream and let go of it.
   *
   * @param reason for people
   * @param supersededBy the later job that holds the stream now; null where this job may take it
   *     again
   */
  record Refused(StreamId stream, String reason, @Nullable PipelineJob supersededBy)
      implements CommitOutcome {}
}
