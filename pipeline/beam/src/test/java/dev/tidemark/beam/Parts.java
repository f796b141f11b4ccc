// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.ConnectorId;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.asset.Population;
import dev.tidemark.model.window.Attributes;
import dev.tidemark.model.window.Grain;
import dev.tidemark.model.window.Partial;
import dev.tidemark.model.window.WindowKey;
import java.time.Instant;
import java.util.Map;

/** What sample values have in common: whose they are, when, and what they are made of. */
final class Parts {
  static final Instant TEN = Instant.parse("2026-01-08T10:00:00.123456Z");
  static final OrganisationId ORGANISATION =
      OrganisationId.of("0b8a6f0e-6f5c-4b8e-9a1d-1f2e3d4c5b6a");
  static final StreamId STREAM =
      new StreamId(ORGANISATION, ConnectorId.of("7d0f3c52-38a1-4f0e-b8a9-00112233445a"), "tables");
  static final Stratum STRATUM = new Stratum("postgres://db.example.com:5432");
  static final Attributes ATTRIBUTES = Attributes.of(Map.of("outcome", "success", "mfa", "true"));
  static final WindowKey KEY =
      new WindowKey(
          STRATUM,
          "tidemark.identity.login",
          ATTRIBUTES,
          Grain.HOUR,
          Instant.parse("2026-01-08T10:00:00Z"));
  static final Partial PARTIAL =
      new Partial(3, 1.5, 2, -0.25, -7, TEN, TEN.plusSeconds(9), Bytes.utf8("sketch"));
  static final Population POPULATION = new Population(STRATUM, "table", 412, 500);

  private Parts() {}
}
