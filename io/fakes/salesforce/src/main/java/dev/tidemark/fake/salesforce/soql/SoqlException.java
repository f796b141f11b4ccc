// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce.soql;

/** A query the service refuses, in its own words. */
public final class SoqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  public SoqlException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Such as {@code MALFORMED_QUERY}. */
  public String code() {
    return code;
  }

  static SoqlException malformed(String message) {
    return new SoqlException("MALFORMED_QUERY", message);
  }
}
