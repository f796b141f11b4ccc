// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import dev.tidemark.testkit.fake.FakePlatform;
import dev.tidemark.testkit.fake.FakeSetup;
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

  @Override
  public Stage start(FakeSetup setup) {
    Tidewater company = new Tidewater(setup.organisation().account(Platform.AZURE), setup.clock());
    return AzureStage.of(FakeAzure.telling(setup.clock(), company::fill));
  }
}
