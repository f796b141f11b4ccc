// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.estate;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.OrganisationChoice;
import dev.tidemark.maturity.live.Rehearsal;
import dev.tidemark.maturity.model.MaturityModel;
import dev.tidemark.model.Stratum;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.EstateRegister;
import dev.tidemark.postgres.admin.EstateRegister.ReadPlatform;
import dev.tidemark.postgres.admin.Organisations.Organisation;
import dev.tidemark.postgres.ledger.PostgresLedger;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The estate of one organisation while a command looks at it or changes it. */
final class OpenEstate implements AutoCloseable {
  private final OpenDatabase database;
  private final Administration administration;
  private final PostgresLedger ledger;
  private final Organisation organisation;

  private OpenEstate(
      OpenDatabase database, Administration administration, Organisation organisation) {
    this.database = database;
    this.administration = administration;
    this.ledger = database.access().open();
    this.organisation = organisation;
  }

  static OpenEstate of(DatabaseChoice choice, OrganisationChoice owner) {
    OpenDatabase database = choice.openExisting();
    try {
      Administration administration = Administration.of(database.access());
      return new OpenEstate(database, administration, owner.in(administration));
    } catch (RuntimeException failure) {
      database.close();
      throw failure;
    }
  }

  Organisation organisation() {
    return organisation;
  }

  EstateRegister register() {
    return administration.register();
  }

  List<RegisterEntry> declared() {
    return register().inForce(organisation.id());
  }

  List<ReadPlatform> read() {
    return register().read(organisation.id());
  }

  Rehearsal rehearsal() {
    return Rehearsal.of(ledger, organisation.id(), Instant.now());
  }

  MaturityModel model() {
    return Rehearsal.active(ledger);
  }

  /** What is declared of a platform. */
  RegisterEntry entry(Stratum platform) {
    return declared().stream()
        .filter(entry -> entry.stratum().equals(platform))
        .findFirst()
        .orElseGet(() -> RegisterEntry.undeclared(platform));
  }

  /** A platform that is or was read, or is declared. */
  Stratum known(String urn, String remedy) {
    TreeSet<String> known = new TreeSet<>();
    Stream.concat(
            read().stream().map(ReadPlatform::stratum),
            declared().stream().map(RegisterEntry::stratum))
        .forEach(platform -> known.add(platform.urn()));
    if (known.contains(urn)) {
      return new Stratum(urn);
    }
    throw new CommandFailure(
        "There is no platform '"
            + urn
            + "' in the estate of "
            + organisation.name()
            + (known.isEmpty()
                ? "; nothing was read yet."
                : ". There are: " + String.join(", ", known) + ".")
            + remedy);
  }

  @Override
  public void close() {
    ledger.close();
    administration.close();
    database.close();
  }
}
