// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet;

import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Settings;
import java.util.Set;

/** A kind of receiver, such as webhooks: what it needs to know and what it can be told. */
public interface OutletType {
  /** How often an event is tried before it is a dead letter; an option every type has. */
  Option<Integer> TRIES =
      Option.integer("tries", 1, 30)
          .describedAs("How often an event is tried before it becomes a dead letter.")
          .orElse(12);

  /** The name it is configured by, such as {@code webhook}. */
  String name();

  /** What it is, in a sentence. */
  String title();

  /** What it needs to know. */
  Options options();

  /** The events it is told unless told otherwise. */
  Set<EventType> usual();

  /** All events it can be told. */
  Set<EventType> possible();

  /** The receiver these settings describe; nothing is sent yet. */
  Outlet open(Settings settings);
}
