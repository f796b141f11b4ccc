// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

/** There is nothing to report. Needed by every fake. */
public interface EmptyScenes extends Scenes {
  /** The account holds nothing: no asset, no run, nobody. */
  Played empty();
}
