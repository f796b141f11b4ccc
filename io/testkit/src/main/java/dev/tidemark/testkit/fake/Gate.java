// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import java.util.Optional;

/** Stands before handlers and refuses requests. Called by several threads. */
@FunctionalInterface
public interface Gate {
  /** The refusal; empty where the request may pass. */
  Optional<Answer> refuse(Request request);
}
