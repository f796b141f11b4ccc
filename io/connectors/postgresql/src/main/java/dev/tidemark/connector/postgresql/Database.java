// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

/**
 * A database that could be read.
 *
 * @param oid its number on the server
 * @param encoded its name as keys begin with it: percent-encoded, without the dot that follows
 * @param connectable whether the connector's role may connect
 */
record Database(long oid, String name, String encoded, Connectable connectable) {
  /** Whether the role holds the privilege CONNECT. */
  enum Connectable {
    YES,
    NO
  }

  /**
   * What its tables' keys begin with; no key equals it. Databases are read in the order of this.
   */
  String prefix() {
    return encoded + ".";
  }

  /** Greater than its last key, smaller than the first key of any database after it. */
  String end() {
    return encoded + "/";
  }

  boolean isConnectable() {
    return connectable == Connectable.YES;
  }
}
