// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** What the user who asks may do. Safe for use by several threads. */
final class Permissions {
  private static final Set<String> ALL =
      Set.of(
          "ApiEnabled",
          "ViewSetup",
          "ManageUsers",
          "MonitorLoginHistory",
          "ViewHealthCheck",
          "ViewEventLogFiles",
          "ViewAllData");

  private final Set<String> granted = new TreeSet<>();

  Permissions() {
    restore();
  }

  synchronized boolean has(String permission) {
    return granted.contains(permission);
  }

  synchronized boolean hasOneOf(Set<String> permissions) {
    return permissions.isEmpty() || permissions.stream().anyMatch(granted::contains);
  }

  synchronized void revoke(String... permissions) {
    granted.removeAll(Arrays.asList(permissions));
  }

  synchronized void restore() {
    granted.addAll(ALL);
    // Whoever sees everything needs no permission in particular: it would prove nothing.
    granted.remove("ViewAllData");
  }

  synchronized Set<String> granted() {
    return Set.copyOf(granted);
  }

  static Set<String> known() {
    return ALL;
  }
}
