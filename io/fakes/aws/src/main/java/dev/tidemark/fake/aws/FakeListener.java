// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

/**
 * Where a cluster or workgroup of Redshift listens, and whom it lets in.
 *
 * @param password a temporary one
 */
public record FakeListener(String host, int port, String user, String password) {
  /** Without the password, which is a secret where a real server listens. */
  @Override
  public String toString() {
    return user + " at " + host + ":" + port;
  }
}
