// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.options.Secret;
import java.util.List;

/**
 * A way to obtain an access token. Safe for use by several threads, though one {@link TokenSource}
 * never asks twice at a time.
 */
public interface Grant {
  /**
   * Asks for a token.
   *
   * @param conversation carries the question and accounts for it
   */
  Token obtain(Conversation conversation);

  /** What must never be shown, as of now. */
  List<Secret> secrets();
}
