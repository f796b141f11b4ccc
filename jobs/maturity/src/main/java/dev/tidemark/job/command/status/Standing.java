// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.status;

import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Jobs.StartedJob;
import dev.tidemark.postgres.admin.Organisations.Organisation;
import dev.tidemark.postgres.admin.Status.ConnectorCost;
import dev.tidemark.postgres.admin.Status.ConnectorStatus;
import dev.tidemark.postgres.admin.Status.StreamStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How everything stands at one moment.
 *
 * @param database where the database is, without its password
 * @param job the newest submission
 */
record Standing(
    Instant at, String database, Optional<StartedJob> job, List<OrganisationStanding> all) {

  /** How one organisation stands. */
  record OrganisationStanding(
      Organisation organisation,
      List<ConnectorStatus> connectors,
      List<StreamStatus> streams,
      List<ConnectorCost> costs) {}

  static Standing of(OpenDatabase database, Administration administration) {
    return new Standing(
        Instant.now(),
        database.access().location().toString(),
        administration.jobs().newest(),
        administration.organisations().list().stream()
            .map(it -> standing(it, administration))
            .toList());
  }

  private static OrganisationStanding standing(Organisation it, Administration administration) {
    return new OrganisationStanding(
        it,
        administration.status().connectors(it.id()),
        administration.status().streams(it.id()),
        administration.status().costs(it.id()));
  }
}
