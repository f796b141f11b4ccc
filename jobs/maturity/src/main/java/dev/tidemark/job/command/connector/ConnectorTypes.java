// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.connector;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.spi.ConnectorType;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The connector types on the class path. */
public final class ConnectorTypes {
  private ConnectorTypes() {}

  /** All of them, by name. */
  public static List<ConnectorType> all() {
    return ServiceLoader.load(ConnectorType.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(type -> type.description().type()))
        .toList();
  }

  /** The one of that name; where there is none, a failure that says which there are. */
  public static ConnectorType of(String name) {
    return all().stream()
        .filter(type -> type.description().type().equals(name))
        .findFirst()
        .orElseThrow(() -> new CommandFailure(unknown(name)));
  }

  private static String unknown(String name) {
    List<String> known = all().stream().map(type -> type.description().type()).toList();
    return "There is no connector type '"
        + name
        + "'. There are: "
        + String.join(", ", known)
        + ".";
  }
}
