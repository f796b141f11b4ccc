// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import dev.tidemark.testkit.fake.FakePlatform;
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Platform;
import dev.tidemark.testkit.stage.Stage;
import java.time.Duration;

/** The company's Databricks workspace. */
public final class DatabricksPlatform implements FakePlatform {
  /** As long as readers look back by themselves. */
  private static final Duration MONTH = Duration.ofDays(30);

  /** Where everything is read again and again, some hours are enough. */
  private static final Duration HOURS = Duration.ofHours(8);

  /** The vendor cuts by megabytes; to be examined, results are cut everywhere. */
  private static final int ROWS_OF_A_CHUNK = 5_000;

  /** For {@link java.util.ServiceLoader}. */
  public DatabricksPlatform() {}

  @Override
  public String type() {
    return Platform.DATABRICKS.type();
  }

  @Override
  public Stage start(FakeSetup setup) {
    Duration back = setup.promptness() == Promptness.AT_ONCE ? MONTH : HOURS;
    Tidewater company =
        new Tidewater(
            setup.organisation().account(Platform.DATABRICKS),
            setup.clock(),
            setup.promptness(),
            back);
    FakeDatabricks workspace = FakeDatabricks.telling(setup.clock(), company);
    if (setup.promptness() == Promptness.AT_ONCE) {
      workspace.chunksOf(ROWS_OF_A_CHUNK);
    }
    return DatabricksStage.of(setup.clock(), workspace);
  }
}
