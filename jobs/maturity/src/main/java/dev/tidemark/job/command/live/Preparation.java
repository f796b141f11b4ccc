// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.embedded.EmbeddedServer;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.connector.ConnectorDraft;
import dev.tidemark.job.command.connector.Registration;
import dev.tidemark.maturity.model.CoreModel;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.ConnectorEntry;
import dev.tidemark.postgres.admin.Models;
import dev.tidemark.postgres.admin.Organisations.Organisation;
import dev.tidemark.postgres.ledger.PostgresLedger;
import dev.tidemark.spi.ledger.ConnectorRegistry;
import java.util.List;
import java.util.Optional;

/** What a database needs before a job can run on it. */
public final class Preparation {
  private static final String ACTIVE = "active";

  private Preparation() {}

  /** Has the model Tidemark ships registered, and active where none is. */
  public static void model(DatabaseAccess access) {
    try (Administration administration = Administration.of(access)) {
      Models models = administration.models();
      MaturityModel core = MaturityModel.core();
      models.register(core.reference(), core.version(), CoreModel.text());
      if (models.list().stream().noneMatch(it -> it.status().equals(ACTIVE))) {
        models.activate(core.reference());
      }
    }
  }

  /** The model that counts. */
  static String active(Administration administration) {
    return administration.models().list().stream()
        .filter(it -> it.status().equals(ACTIVE))
        .map(Models.Model::id)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no model is active"));
  }

  /** Has these sources registered. */
  static void register(OpenDatabase database, List<ConnectorDraft> sources, String command) {
    try (Administration administration = Administration.of(database.access());
        PostgresLedger ledger = database.access().open()) {
      Registration registration = new Registration(administration, ledger.registry(), command);
      sources.forEach(registration::put);
    }
  }

  /**
   * Has these sources registered; where there is none at all, the embedded server's own database
   * is.
   */
  static void sources(OpenDatabase database, List<ConnectorDraft> sources, String organisation) {
    try (Administration administration = Administration.of(database.access());
        PostgresLedger ledger = database.access().open()) {
      Registration registration =
          new Registration(administration, ledger.registry(), "tidemark up");
      sources.forEach(registration::put);
      database
          .server()
          .filter(server -> isOwnWanted(administration))
          .map(server -> own(server, administration, ledger.registry(), organisation))
          .ifPresent(registration::put);
    }
  }

  private static ConnectorDraft own(
      EmbeddedServer server,
      Administration administration,
      ConnectorRegistry registry,
      String organisation) {
    Optional<ConnectorEntry> known =
        administration.organisations().list().stream()
            .flatMap(it -> administration.connectors().find(it.id(), Sources.OWN).stream())
            .findFirst();
    String identity = OwnIdentity.of(known, registry);
    return Sources.own(server, owner(administration, organisation), identity);
  }

  /** Also where it is there already: its port may have changed. */
  private static boolean isOwnWanted(Administration administration) {
    List<Organisation> all = administration.organisations().list();
    return all.stream().allMatch(it -> administration.connectors().list(it.id()).isEmpty())
        || all.stream().anyMatch(it -> hasOwn(administration, it));
  }

  private static boolean hasOwn(Administration administration, Organisation organisation) {
    return administration.connectors().find(organisation.id(), Sources.OWN).isPresent();
  }

  private static String owner(Administration administration, String organisation) {
    return administration.organisations().list().stream()
        .filter(it -> hasOwn(administration, it))
        .map(Organisation::name)
        .findFirst()
        .orElse(organisation);
  }
}
