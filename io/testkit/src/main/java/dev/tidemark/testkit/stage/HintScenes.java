// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

import java.util.Map;

/** The platform says by itself that it has news. Optional. */
public interface HintScenes extends Scenes {
  /** Begins to say it, and tells the settings under which a connector hears of it. */
  Map<String, Object> begin();

  /** The platform says that a stream has news, whether or not it has. */
  void tell(String stream);

  /** Nobody answers who waits for word, until this is mended. */
  void fail();

  /** Whoever waits is answered again. */
  void mend();
}
