// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce.soql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/** Fields of records by name, also across relationships; names without regard to case. */
public final class Fields {
  private Fields() {}

  /** The field of a name such as {@code Profile.UserLicense.Name}; null where it is not there. */
  public static JsonNode at(JsonNode row, String path) {
    JsonNode value = row;
    for (String name : path.split("\\.")) {
      value = named(value, name);
    }
    return value;
  }

  private static JsonNode named(JsonNode object, String name) {
    JsonNode exact = object.path(name);
    if (!exact.isMissingNode()) {
      return exact;
    }
    Iterator<Map.Entry<String, JsonNode>> all = object.properties().iterator();
    while (all.hasNext()) {
      Map.Entry<String, JsonNode> field = all.next();
      if (field.getKey().equalsIgnoreCase(name)) {
        return field.getValue();
      }
    }
    return NullNode.getInstance();
  }

  static boolean equal(String field, JsonNode row, Literal value) {
    JsonNode found = at(row, field);
    if (value.type() == Literal.Type.NULL || found.isNull()) {
      return value.type() == Literal.Type.NULL && found.isNull();
    }
    return compare(field, row, value) == 0;
  }

  static int compare(String field, JsonNode row, Literal value) {
    return isIdentifier(field)
        ? value.compareExactly(at(row, field))
        : value.compare(at(row, field));
  }

  /** By what records are sorted: nothing comes first. */
  static int compare(JsonNode one, JsonNode other, String field) {
    JsonNode left = at(one, field);
    JsonNode right = at(other, field);
    if (left.isNull() || right.isNull()) {
      return Boolean.compare(!left.isNull(), !right.isNull());
    }
    if (left.isNumber() && right.isNumber()) {
      return Double.compare(left.asDouble(), right.asDouble());
    }
    return isIdentifier(field)
        ? left.asText().compareTo(right.asText())
        : left.asText().compareToIgnoreCase(right.asText());
  }

  private static boolean isIdentifier(String field) {
    return field.toLowerCase(Locale.ROOT).endsWith("id");
  }
}
