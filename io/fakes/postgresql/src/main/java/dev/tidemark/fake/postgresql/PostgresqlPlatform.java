// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.postgresql;

import dev.tidemark.testkit.fake.FakePlatform;
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.stage.Stage;

/**
 * The embedded server, a real one: nothing is played, so its time is the machine's and it knows
 * nothing of the company.
 */
public final class PostgresqlPlatform implements FakePlatform {
  /** For {@link java.util.ServiceLoader}. */
  public PostgresqlPlatform() {}

  @Override
  public String type() {
    return "postgresql";
  }

  @Override
  public boolean tellsOfOrganisation() {
    return false;
  }

  @Override
  public Stage start(FakeSetup setup) {
    return new PostgresqlStage();
  }
}
