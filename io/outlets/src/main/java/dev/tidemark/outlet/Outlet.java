// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet;

import java.util.List;

/**
 * One receiver, connected to when first told something. Used by one thread at a time, which may be
 * another each time.
 */
public interface Outlet extends AutoCloseable {
  /** The most events it takes at once; more than one only where all or none are accepted. */
  int most();

  /**
   * Tells events in their order and returns once the receiver has accepted all of them. What was
   * told before a failure may be told again.
   *
   * @throws dev.tidemark.spi.ConnectorException if the receiver did not accept them: to be tried
   *     again, not before the time it names
   * @throws OutletGoneException if the receiver never wants to be told anything again
   */
  void tell(List<OutletEvent> events);

  /** Lets go of connections; what is under way fails. */
  @Override
  void close();
}
