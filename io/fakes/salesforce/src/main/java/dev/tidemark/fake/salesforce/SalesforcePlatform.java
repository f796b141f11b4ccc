// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import dev.tidemark.testkit.fake.FakePlatform;
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.organisation.Platform;
import dev.tidemark.testkit.stage.Stage;

/** The company's Salesforce organisation. */
public final class SalesforcePlatform implements FakePlatform {
  /** For {@link java.util.ServiceLoader}. */
  public SalesforcePlatform() {}

  @Override
  public String type() {
    return Platform.SALESFORCE.type();
  }

  @Override
  public Stage start(FakeSetup setup) {
    return FakeSalesforce.of(
        setup.organisation().account(Platform.SALESFORCE), setup.clock(), setup.promptness());
  }
}
