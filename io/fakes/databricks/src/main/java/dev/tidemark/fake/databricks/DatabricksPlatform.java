// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

import dev.tidemark.testkit.fake.FakePlatform;
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Platform;
import dev.tidemark.testkit.stage.Stage;

/** The company's Databricks workspace. */
public final class DatabricksPlatform implements FakePlatform {
  /** The vendor cuts by megabytes; results are cut now and then. */
  private static final int ROWS_OF_A_CHUNK = 5_000;

  /** For {@link java.util.ServiceLoader}. */
  public DatabricksPlatform() {}

  @Override
  public String type() {
    return Platform.DATABRICKS.type();
  }

  /**
   * To be examined, it holds what an examination puts into it; to be shown, what the company has.
   */
  @Override
  public Stage start(FakeSetup setup) {
    if (setup.promptness() == Promptness.AS_DOCUMENTED) {
      return FakeDatabricks.empty(setup.clock()).stage();
    }
    Tidewater company =
        new Tidewater(
            setup.organisation().account(Platform.DATABRICKS),
            setup.clock(),
            setup.remembered(),
            setup.promptness());
    FakeDatabricks workspace = FakeDatabricks.telling(setup.clock(), company);
    workspace.chunksOf(ROWS_OF_A_CHUNK);
    return DatabricksStage.of(setup.clock(), workspace);
  }
}
