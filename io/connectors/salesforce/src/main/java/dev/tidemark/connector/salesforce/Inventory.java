// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.authoring.Names;
import dev.tidemark.authoring.Part;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery.DiscoveredObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The objects that hold the organisation's data, and what is known of all of them together.
 *
 * @param objects by name, whether custom
 * @param counts records by object; null where the user may not see them
 * @param descriptions of custom objects
 * @param guests objects that people may read who have not signed in
 */
record Inventory(
    Map<String, Boolean> objects,
    @Nullable Map<String, Long> counts,
    Map<String, String> descriptions,
    Set<String> guests) {
  private static final int MOST_DISCOVERED = 1_000;

  /** Asks for all of it. */
  static Inventory read(Session session) {
    Map<String, Long> counts = counts(session).orElse(null);
    return new Inventory(objects(session, counts), counts, descriptions(session), guests(session));
  }

  /** Objects of the organisation's business: custom ones, and standard ones with records. */
  static Map<String, Boolean> objects(Session session, @Nullable Map<String, Long> counts) {
    Names names = session.organisation().names();
    Map<String, Boolean> objects = new TreeMap<>();
    for (JsonNode object : session.get("sobjects").path("sobjects")) {
      String name = object.path("name").asText();
      boolean custom = object.path("custom").asBoolean();
      boolean used = custom || (counts != null && counts.getOrDefault(name, 0L) > 0);
      if (used && holdsData(object) && names.contains(name)) {
        objects.put(name, custom);
      }
    }
    return objects;
  }

  /** People see its records on pages, and they can be made and reacted to. */
  private static boolean holdsData(JsonNode object) {
    return object.path("queryable").asBoolean()
        && object.path("layoutable").asBoolean()
        && object.path("triggerable").asBoolean()
        && !object.path("customSetting").asBoolean()
        && !object.path("deprecatedAndHidden").asBoolean()
        && !object.path("keyPrefix").isNull();
  }

  /** Records by object, as the vendor counts them now and then; empty where that is not allowed. */
  static Optional<Map<String, Long>> counts(Session session) {
    try {
      Map<String, Long> counts = new HashMap<>();
      for (JsonNode one : session.get("limits/recordCount").path("sObjects")) {
        counts.put(one.path("name").asText(), one.path("count").asLong());
      }
      return Optional.of(counts);
    } catch (ConnectorException refusal) {
      return absent(refusal);
    }
  }

  private static <T> Optional<T> absent(ConnectorException refusal) {
    if (!Part.isRefusedBy(refusal)) {
      throw refusal;
    }
    return Optional.empty();
  }

  private static Map<String, String> descriptions(Session session) {
    Map<String, String> descriptions = new HashMap<>();
    IdPages.each(
        session,
        Session.Door.TOOLING,
        List.of("Id", "DeveloperName", "NamespacePrefix", "Description"),
        "CustomObject",
        row -> {
          String space = row.path("NamespacePrefix").asText("");
          String prefix = row.path("NamespacePrefix").isNull() ? "" : space + "__";
          String name = prefix + row.path("DeveloperName").asText() + "__c";
          descriptions.put(name, row.path("Description").asText(""));
        });
    return descriptions;
  }

  private static Set<String> guests(Session session) {
    Set<String> guests = new HashSet<>();
    IdPages.each(
        session,
        Session.Door.QUERY,
        List.of("Id", "SobjectType"),
        "ObjectPermissions",
        row -> guests.add(row.path("SobjectType").asText()),
        "PermissionsRead = true",
        "Parent.Profile.UserType = 'Guest'");
    return guests;
  }

  /** What people are shown. */
  static List<DiscoveredObject> discovered(Session session) {
    Map<String, Long> counts = counts(session).orElse(null);
    return objects(session, counts).keySet().stream()
        .limit(MOST_DISCOVERED)
        .map(name -> new DiscoveredObject("object", name, detail(name, counts)))
        .toList();
  }

  private static String detail(String name, @Nullable Map<String, Long> counts) {
    Long count = counts == null ? null : counts.get(name);
    return count == null ? "" : "about " + count + " records";
  }
}
