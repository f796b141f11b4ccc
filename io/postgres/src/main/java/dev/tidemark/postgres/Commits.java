// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres;

import dev.tidemark.beam.LostLeases;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.OrganisationRevision;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.CommitOutcome.Accepted;
import dev.tidemark.model.stream.CommitOutcome.Refused;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.spi.ledger.StreamStore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits and what follows from each outcome. */
final class Commits {
  private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

  private final StreamStore streams;

  Commits(StreamStore streams) {
    this.streams = streams;
  }

  /** The newest revision of each organisation that moved. */
  List<OrganisationRevision> apply(List<StreamCommit> commits) {
    List<CommitOutcome> outcomes = streams.commit(commits);
    Map<OrganisationId, OrganisationRevision> moved = new TreeMap<>();
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Accepted accepted) {
        moved.merge(accepted.revision().organisation(), accepted.revision(), Commits::newer);
      } else if (outcomes.get(i) instanceof Refused refused) {
        letGo(commits.get(i), refused);
      }
    }
    return List.copyOf(moved.values());
  }

  private static OrganisationRevision newer(OrganisationRevision one, OrganisationRevision other) {
    return one.revision() >= other.revision() ? one : other;
  }

  private static void letGo(StreamCommit commit, Refused refused) {
    LostLeases.announce(commit.lease());
    if (refused.supersededBy() == null) {
      LOG.info("Let go of stream {}: {}", refused.stream(), refused.reason());
    } else {
      LOG.warn("Stream {} superseded by job {}", refused.stream(), refused.supersededBy());
    }
  }
}
