// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

/** Answers requests. Called by several threads. */
@FunctionalInterface
public interface Handler {
  Answer handle(Request request);
}
