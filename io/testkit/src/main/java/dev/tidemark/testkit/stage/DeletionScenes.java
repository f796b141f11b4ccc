// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

/** Records disappear. Needed where deletions are declared and for snapshots. */
public interface DeletionScenes extends Scenes {
  /** That many of the records a stream has shown are gone. */
  Played delete(String stream, int count);

  /**
   * Part of what a stream lists cannot be listed until {@link #mend}: a page after the first fails,
   * or a part of the account refuses itself. Nothing is deleted.
   */
  Played failPartly(String stream);

  /** Everything can be listed again. */
  void mend();
}
