// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.ConnectorType;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The connector types on the class path, found once. */
final class ConnectorTypes {
  private static final SortedMap<String, ConnectorType> FOUND = load();

  private ConnectorTypes() {}

  static Optional<ConnectorType> find(String type) {
    return Optional.ofNullable(FOUND.get(type));
  }

  /**
   * The type of that name.
   *
   * @throws ConnectorException of category NOT_FOUND naming the known ones
   */
  static ConnectorType require(String type) {
    return find(type).orElseThrow(() -> ConnectorException.of(Category.NOT_FOUND, unknown(type)));
  }

  /** What to say of a type that is not there. */
  static String unknown(String type) {
    return "no connector type '%s' here; there is %s. Correct the type or add the connector's jar"
        .formatted(type, FOUND.isEmpty() ? "none" : String.join(", ", FOUND.keySet()));
  }

  private static SortedMap<String, ConnectorType> load() {
    SortedMap<String, ConnectorType> found = new TreeMap<>();
    ServiceLoader.load(ConnectorType.class, ConnectorTypes.class.getClassLoader())
        .forEach(type -> found.put(type.description().type(), type));
    return found;
  }
}
