// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import dev.tidemark.testkit.fake.FakePlatform;
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Platform;
import dev.tidemark.testkit.stage.Stage;

/** The company's Snowflake account. */
public final class SnowflakePlatform implements FakePlatform {
  /** For {@link java.util.ServiceLoader}. */
  public SnowflakePlatform() {}

  @Override
  public String type() {
    return Platform.SNOWFLAKE.type();
  }

  /** To be examined, it holds a few records of everything; to be shown, what the company does. */
  @Override
  public Stage start(FakeSetup setup) {
    return setup.promptness() == Promptness.AT_ONCE
        ? FakeSnowflake.living(
            setup.organisation(), setup.clock(), setup.remembered(), setup.promptness())
        : FakeSnowflake.bare(setup.clock());
  }
}
