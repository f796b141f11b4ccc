// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.options.Settings;

/**
 * One kind of platform Tidemark can read: the entry a connector registers for {@link
 * java.util.ServiceLoader}. Instances are stateless, shared by threads, and never open a
 * connection.
 */
public interface ConnectorType {
  /** What it is, what it reads, and what it can be told, as data. */
  Description description();

  /**
   * Prepares access to one account. Lazy: no input or output happens before the first call on the
   * result.
   *
   * @param settings parsed by this type's options
   */
  Connector open(Settings settings);

  /**
   * The same for a credential that may change with use: what replaces it is kept in the store
   * before it is used. Types whose credentials stay as they were given have no need of a store.
   *
   * @param tokens keeps the tokens of this account and of no other
   */
  default Connector open(Settings settings, TokenStore tokens) {
    return open(settings);
  }

  /**
   * Turns one record into metric events: a pure function of its arguments. Emits nothing for a
   * deletion.
   *
   * @throws ConnectorException of category DATA naming what is wrong with the record, which is then
   *     rejected, not lost
   */
  void normalise(String stream, Change change, NormaliseContext context, EventSink sink);
}
