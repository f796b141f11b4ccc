// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.testkit.fake.FakePlatform;
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Platform;
import dev.tidemark.testkit.stage.Stage;

/** The company's account of Amazon Web Services. */
public final class AwsPlatform implements FakePlatform {
  /** For {@link java.util.ServiceLoader}. */
  public AwsPlatform() {}

  @Override
  public String type() {
    return Platform.AWS.type();
  }

  /**
   * The company for who watches; for who examines an account that holds nothing but what is put
   * into it, because everything is read hundreds of times.
   */
  @Override
  public Stage start(FakeSetup setup) {
    if (setup.promptness() != Promptness.AT_ONCE) {
      return FakeAws.empty(setup.clock()).stage();
    }
    Tidewater company = new Tidewater(setup.organisation().account(Platform.AWS), setup.clock());
    return AwsStage.of(FakeAws.telling(setup.clock(), company::fill));
  }
}
