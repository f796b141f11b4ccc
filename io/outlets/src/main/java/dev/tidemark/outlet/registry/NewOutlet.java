// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.registry;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.outlet.EventType;
import dev.tidemark.outlet.OutletType;
import dev.tidemark.spi.options.Secret;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * An outlet to be added.
 *
 * @param name unique within the organisation
 * @param settings JSON object of option names and values, validated by the caller
 * @param events what it is told
 */
public record NewOutlet(
    OrganisationId organisation,
    OutletType type,
    String name,
    Secret settings,
    Set<EventType> events) {
  public NewOutlet {
    Objects.requireNonNull(organisation, "organisation");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(settings, "settings");
    if (name.isBlank() || events.isEmpty()) {
      throw new IllegalArgumentException("an outlet needs a name and something to be told");
    }
    if (!type.possible().containsAll(events)) {
      throw new IllegalArgumentException(
          type.name() + " outlets can be told " + new TreeSet<>(type.possible()));
    }
    events = Set.copyOf(events);
  }
}
