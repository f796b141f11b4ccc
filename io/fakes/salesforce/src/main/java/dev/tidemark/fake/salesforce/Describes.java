// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Descriptions of objects. */
final class Describes {
  private Describes() {}

  /** Objects every organisation has that hold no data of its business. */
  static List<String> standard() {
    return List.of("User", "Profile", "PermissionSet", "LoginHistory", "SetupAuditTrail");
  }

  static ObjectNode brief(String name, boolean custom) {
    return Json.object()
        .put("name", name)
        .put("label", name.replaceFirst("__c$", "").replace('_', ' '))
        .put("keyPrefix", custom ? "a0" + (char) ('A' + name.length() % 26) : "005")
        .put("custom", custom)
        .put("customSetting", false)
        .put("deprecatedAndHidden", false)
        .put("queryable", true)
        .put("createable", custom)
        .put("layoutable", custom)
        .put("triggerable", custom);
  }

  static ObjectNode whole(DataObject object) {
    ObjectNode whole = brief(object.name(), true);
    ArrayNode fields = whole.putArray("fields");
    object
        .fields()
        .forEach(
            field ->
                fields
                    .addObject()
                    .put("name", field.path("QualifiedApiName").asText())
                    .put("type", "string")
                    .put("custom", field.path("QualifiedApiName").asText().endsWith("__c"))
                    .put("encrypted", field.path("encrypted").asBoolean()));
    return whole;
  }
}
