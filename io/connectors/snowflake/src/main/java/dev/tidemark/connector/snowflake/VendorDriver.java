// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;

/** The vendor's driver, which is no part of the job's jar. */
final class VendorDriver {
  private static final String CLASS = "net.snowflake.client.api.driver.SnowflakeDriver";

  private VendorDriver() {}

  /**
   * Makes sure that it is there.
   *
   * @throws ConnectorException of category CONFIG where it is not
   */
  static void require() {
    require(VendorDriver.class.getClassLoader());
  }

  static void require(ClassLoader loader) {
    try {
      Class.forName(CLASS, false, loader);
    } catch (ClassNotFoundException absent) {
      throw ConnectorException.of(
          Category.CONFIG,
          "Snowflake cannot be read here, because the driver is missing: put snowflake-jdbc, whose"
              + " version the connector's README names, into the lib folder of the cluster");
    }
  }
}
