// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

/** What goes wrong with an answer. Called by several threads. */
@FunctionalInterface
public interface Trouble {
  /** The answer that is sent in place of the right one. */
  Answer strike(Request request, Answer answer);
}
