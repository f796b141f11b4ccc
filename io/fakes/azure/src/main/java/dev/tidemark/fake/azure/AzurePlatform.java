// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import dev.tidemark.testkit.fake.FakePlatform;
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Platform;
import dev.tidemark.testkit.stage.Stage;

/** The company's subscription. */
public final class AzurePlatform implements FakePlatform {
  /** For {@link java.util.ServiceLoader}. */
  public AzurePlatform() {}

  @Override
  public String type() {
    return Platform.AZURE.type();
  }

  /**
   * To be examined, it holds what an examination puts into it; to be shown, what the company has.
   */
  @Override
  public Stage start(FakeSetup setup) {
    if (setup.promptness() == Promptness.AS_DOCUMENTED) {
      return FakeAzure.empty(setup.clock()).stage();
    }
    Tidewater company = new Tidewater(setup.organisation().account(Platform.AZURE), setup.clock());
    return AzureStage.of(FakeAzure.telling(setup.clock(), company::fill));
  }
}
