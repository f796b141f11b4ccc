// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import dev.tidemark.testkit.stage.Stage;

/**
 * A platform's services, played in this process: what a fake registers for {@link
 * java.util.ServiceLoader}. Stateless.
 */
public interface FakePlatform {
  /** The connector type that reads the platform. */
  String type();

  /**
   * Whether its accounts hold what the organisation has, so that they can take part in a
   * demonstration; a real server used as one holds nothing of it.
   */
  default boolean tellsOfOrganisation() {
    return true;
  }

  /**
   * Starts an account that holds what the organisation has on the platform. It listens on loopback
   * addresses only, and everything it tells follows from the setup and from what was done to it.
   */
  Stage start(FakeSetup setup);
}
