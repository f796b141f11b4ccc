// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Whether users are human beings or programs. Looked up once for each. For several threads. */
final class People {
  /** Licences made for programs. */
  private static final String INTEGRATION = "Salesforce Integration";

  /** Employees; partners and customers who sign in to portals are none. */
  private static final String EMPLOYEE = "Standard";

  /** Users that are parts of the platform. */
  private static final Set<String> PROGRAMS = Set.of("AutomatedProcess", "CloudIntegrationUser");

  private static final int MOST_KNOWN = 200_000;
  private static final int AT_ONCE = 300;

  private final Map<String, String> kinds = new ConcurrentHashMap<>();

  /** {@code human}, {@code service}, or empty for guests, partners, customers and the unknown. */
  static String kind(String type, String license) {
    if (license.equals(INTEGRATION) || PROGRAMS.contains(type)) {
      return "service";
    }
    return type.equals(EMPLOYEE) ? "human" : "";
  }

  /** The kinds of some users, by identifier. */
  Map<String, String> kinds(Collection<String> users, Session session) {
    List<String> unknown = new ArrayList<>(new LinkedHashSet<>(users));
    unknown.removeAll(kinds.keySet());
    for (int from = 0; from < unknown.size(); from += AT_ONCE) {
      lookUp(unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE)), session);
    }
    Map<String, String> found = new HashMap<>();
    users.forEach(user -> found.put(user, kinds.getOrDefault(user, "")));
    return found;
  }

  private void lookUp(List<String> users, Session session) {
    if (kinds.size() > MOST_KNOWN) {
      kinds.clear();
    }
    Rows found =
        session.query(
            Session.Door.QUERY,
            "SELECT Id, UserType, Profile.UserLicense.Name FROM User WHERE Id IN "
                + Soql.texts(users));
    users.forEach(user -> kinds.put(user, ""));
    found.all().forEach(this::put);
  }

  private void put(JsonNode user) {
    String license = user.path("Profile").path("UserLicense").path("Name").asText("");
    kinds.put(user.path("Id").asText(), kind(user.path("UserType").asText(""), license));
  }
}
