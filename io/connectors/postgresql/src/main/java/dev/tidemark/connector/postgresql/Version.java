// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

/** The versions of PostgreSQL the connector is made for. */
final class Version {
  static final int OLDEST = 14;
  static final int NEWEST = 18;

  private Version() {}

  static String tooOld(int major) {
    return "the server is PostgreSQL "
        + major
        + ", and the connector reads "
        + OLDEST
        + " to "
        + NEWEST
        + ": upgrade the server";
  }
}
