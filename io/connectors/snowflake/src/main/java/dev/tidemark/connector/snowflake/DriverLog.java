// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the driver from logging: at its finer levels it writes requests and answers down. What goes
 * wrong it also throws, so nothing is lost.
 */
final class DriverLog {
  /** Held, because a logger nobody holds forgets its level. */
  private static final Logger DRIVER = Logger.getLogger("net.snowflake");

  private DriverLog() {}

  static void silence() {
    DRIVER.setLevel(Level.OFF);
    DRIVER.setUseParentHandlers(false);
  }
}
