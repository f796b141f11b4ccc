// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

import java.util.List;
import java.util.Map;

/** Answers lead elsewhere. Needed by every fake that is asked by address. */
public interface LinkScenes extends Scenes {
  /** How an answer leads elsewhere. */
  enum Lead {
    /** By a redirect. */
    REDIRECT,
    /** By the address of the next page. */
    NEXT_LINK
  }

  /** Answers of a stream lead to another host from now on, until {@link #comeHome}. */
  Played lead(String stream, Lead how);

  /** Answers stay at home again. */
  void comeHome();

  /** Everything the other host was sent: lines, headers and bodies. */
  List<String> receivedAbroad();

  /**
   * Settings whose address is a user's and lies on a link-local, loopback or private network,
   * without leave to go there; empty where no option takes an address.
   */
  List<Map<String, Object>> privateTargets();
}
