// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far reading and scoring have come at one moment.
 *
 * @param connectors the active ones
 */
record Progress(List<ActiveConnector> connectors, List<ScoredOrganisation> organisations) {

  /**
   * A connector that is to be read.
   *
   * @param wanted streams to read, empty for all its type offers
   */
  record ActiveConnector(
      ConnectorId id, String name, String type, Set<String> wanted, List<ReadStream> streams) {}

  /**
   * A stream as its row shows it.
   *
   * @param epoch the job that took it last
   */
  record ReadStream(
      String name,
      String state,
      long epoch,
      @Nullable Instant caughtUpAt,
      @Nullable Instant completeThrough,
      @Nullable String failure) {

    /** Whether a job has read it wholly, and all of that is committed. */
    boolean isCaughtUpBy(long job) {
      return epoch == job && caughtUpAt != null && failure == null;
    }

    boolean isFailingUnder(long job) {
      return epoch == job && failure != null;
    }
  }

  /**
   * An organisation and what its score rests on.
   *
   * @param revision what is known of it
   * @param scored the revision the live score was computed from; -1 before the first score
   */
  record ScoredOrganisation(OrganisationId id, String name, long revision, long scored) {}
}
