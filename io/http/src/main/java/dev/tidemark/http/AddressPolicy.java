// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

/** Which addresses a connector may talk to. */
public enum AddressPolicy {
  /** Over TLS, and only to hosts on the public internet. */
  PUBLIC,
  /**
   * Also without TLS and to hosts of this network or machine, which only its operator may allow.
   */
  PRIVATE_TOO
}
