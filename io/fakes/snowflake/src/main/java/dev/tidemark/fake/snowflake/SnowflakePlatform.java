// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import dev.tidemark.testkit.fake.FakePlatform;
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Platform;
import dev.tidemark.testkit.stage.Stage;
import java.time.Duration;

/** The company's Snowflake account. */
public final class SnowflakePlatform implements FakePlatform {
  /** As much as is read within a minute or two; of a large company less, as it is in memory. */
  private static final int MOST_DAYS = 30;

  private static final int COMPANY_DAYS = 120;

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
            setup.organisation(), setup.clock(), remembered(setup), setup.promptness())
        : FakeSnowflake.bare(setup.clock());
  }

  private static Duration remembered(FakeSetup setup) {
    int days = COMPANY_DAYS / setup.organisation().size();
    return Duration.ofDays(Math.max(1, Math.min(MOST_DAYS, days)));
  }
}
