// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

import java.util.List;

/** A record is written the way the vendor's users do it. Optional; also for a sandbox account. */
public interface WriteScenes extends Scenes {
  /** Streams in which a record can be made and removed. */
  List<String> writable();

  /**
   * Makes a record.
   *
   * @return a text by which its payload is recognised
   */
  String create(String stream);

  /** Removes the record that was made. */
  void remove(String stream, String marker);
}
