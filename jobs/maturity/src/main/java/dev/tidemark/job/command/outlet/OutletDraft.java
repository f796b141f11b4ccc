// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.outlet;

import dev.tidemark.outlet.EventType;
import dev.tidemark.outlet.OutletType;
import dev.tidemark.spi.options.Secret;
import java.util.Set;

/** An outlet as somebody wrote it down, checked. */
record OutletDraft(
    String organisation, OutletType type, String name, Secret settings, Set<EventType> events) {
  OutletDraft {
    events = Set.copyOf(events);
  }

  @Override
  public String toString() {
    return organisation + "/" + name;
  }
}
