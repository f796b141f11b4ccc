// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import java.util.List;

/** Where a run shows how it goes. Not safe for use by several threads. */
interface Screen {
  /** Says what is being done. */
  void step(String text);

  /** Says what must stay to be read, however long it is and whatever is shown afterwards. */
  void keep(String text);

  /**
   * Shows the scores as they are now, and how far reading has come.
   *
   * @param cards the text of each organisation's card
   */
  void show(List<String> cards, String progress);

  /** Shows the scores for the last time and says how it ended. */
  void end(List<String> cards, String message);
}
