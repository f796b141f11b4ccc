// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.access.Gate;
import dev.tidemark.spi.ConnectorType;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The kinds of platform that can be connected, by name. */
public final class Types {
  private final SortedMap<String, ConnectorType> byName = new TreeMap<>();

  public Types(Iterable<ConnectorType> types) {
    types.forEach(type -> byName.put(type.description().type(), type));
  }

  Collection<ConnectorType> all() {
    return byName.values();
  }

  Optional<ConnectorType> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  ConnectorType require(String name) {
    return find(name).orElseThrow(() -> Gate.missing("connector type"));
  }

  String names() {
    return String.join(", ", byName.keySet());
  }
}
