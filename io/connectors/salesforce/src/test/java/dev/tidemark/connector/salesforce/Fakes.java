// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.fake.salesforce.FakeSalesforce;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.organisation.Organisation;
import dev.tidemark.testkit.organisation.Platform;
import java.time.Instant;

/** Organisations to test against. */
final class Fakes {
  /** A night in which clocks are changed. */
  static final Instant NIGHT = Instant.parse("2026-03-29T00:59:00Z");

  private Fakes() {}

  static FakeSalesforce start() {
    Organisation company = Organisation.of(1, 7, NIGHT);
    return FakeSalesforce.of(company.account(Platform.SALESFORCE), VirtualClock.at(NIGHT));
  }
}
