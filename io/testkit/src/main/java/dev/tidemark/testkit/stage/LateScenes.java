// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

/** Records appear late. Needed where a stream declares a latency. */
public interface LateScenes extends Scenes {
  /**
   * A stream shows that many more records whose time, and so whose cursor value, lies behind what
   * was read last, within the latency the stream declares.
   */
  Played addLate(String stream, int count);
}
