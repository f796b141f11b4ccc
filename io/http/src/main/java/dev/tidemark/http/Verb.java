// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

/** The method of a call. */
public enum Verb {
  GET,
  HEAD,
  POST,
  PUT,
  PATCH,
  DELETE;

  /** Whether it asks without changing anything, so that a redirect of it may be followed. */
  boolean onlyAsks() {
    return this == GET || this == HEAD;
  }
}
