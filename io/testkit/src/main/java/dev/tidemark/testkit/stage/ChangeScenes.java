// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

/** Records change after first sight. Needed where a stream is no mere log. */
public interface ChangeScenes extends Scenes {
  /**
   * That many of the records a stream has shown look different from now on, such as a run that was
   * running and has succeeded; its newest ones where the source lets only those change.
   */
  Played change(String stream, int count);
}
