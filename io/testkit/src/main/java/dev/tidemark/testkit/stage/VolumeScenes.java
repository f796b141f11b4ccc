// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

/** There is very much to read. Needed by every fake. */
public interface VolumeScenes extends Scenes {
  /** The stream that can hold most. */
  String largest();

  /** How many records it can be made to hold: a million where the platform allows. */
  int most();

  /** The largest stream holds that many records. */
  Played fill(int records);

  /** Every request hangs until the connector gives up or {@link #release} is called. */
  Played hang();

  /** Requests are answered again. */
  void release();
}
