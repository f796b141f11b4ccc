// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.spi.ledger.OrganisationEvidence.Attestation;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.util.ArrayList;
import java.util.List;

/** An organisation. Guarded by the lock of its {@link Rows}. */
final class OrganisationRow {
  final String name;
  final byte[] pseudonymKey;
  final List<RegisterEntry> register = new ArrayList<>();
  final List<Attestation> attestations = new ArrayList<>();
  long version;
  long revision;

  OrganisationRow(String name, byte[] pseudonymKey, long version) {
    this.name = name;
    this.pseudonymKey = pseudonymKey;
    this.version = version;
  }
}
