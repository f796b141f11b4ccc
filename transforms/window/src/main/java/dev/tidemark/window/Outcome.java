// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window;

/** What became of a page. Everything but {@link #APPLIED} ends in letting go of the stream. */
public enum Outcome {
  /** It is part of the aggregate now. */
  APPLIED,
  /**
   * It was applied before, or pages before it are missing. Nothing was done with it. Either way the
   * engine went back or lost something, perhaps a commit as well, so only the row knows where the
   * stream stands.
   */
  NOT_ITS_TURN,
  /** It does not start where the last one ended. Nothing was done with it. */
  DISCONTINUOUS,
  /** The stream's row carries another lease than the page. Nothing was done with it. */
  LOST
}
