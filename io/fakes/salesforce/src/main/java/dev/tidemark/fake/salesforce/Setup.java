// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.fake.salesforce.soql.SoqlTime;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** Rows of SetupAuditTrail and PermissionSetAssignment. */
final class Setup {
  static final String FIELDS =
      "Id CreatedDate CreatedById Action Section Display DelegateUser CreatedByContext"
          + " ResponsibleNamespacePrefix SystemModstamp";

  static final String ASSIGNMENT_FIELDS =
      "Id AssigneeId PermissionSetId PermissionSetGroupId SystemModstamp PermissionSet.Name"
          + " PermissionSet.Label PermissionSet.IsOwnedByProfile Assignee.IsActive";

  private static final Set<String> POWERS =
      Set.of("ModifyAllData", "ViewAllData", "ManageUsers", "CustomizeApplication", "AuthorApex");

  private Setup() {}

  static ObjectNode row(String id, String user, Instant at) {
    return Json.object()
        .put("Id", id)
        .put("CreatedDate", SoqlTime.text(at))
        .put("CreatedById", user)
        .put("Action", "changedCustomObject")
        .put("Section", "Custom Objects")
        .put("Display", "Changed a custom object")
        .putNull("DelegateUser")
        .putNull("CreatedByContext")
        .putNull("ResponsibleNamespacePrefix")
        .put("SystemModstamp", SoqlTime.text(at));
  }

  /** Every user permission there is to ask for. */
  static Set<String> permissions() {
    Set<String> all = new TreeSet<>(Permissions.known());
    all.addAll(POWERS);
    return all;
  }

  static ObjectNode assignment(String id, String user, String name, Set<String> permissions) {
    ObjectNode row = Json.object();
    row.put("Id", id)
        .put("AssigneeId", user)
        .put("PermissionSetId", Ids.of("0PS", name.hashCode() & 0xffff))
        .putNull("PermissionSetGroupId");
    row.putObject("Assignee").put("IsActive", true);
    ObjectNode set = row.putObject("PermissionSet");
    set.put("Name", name).put("Label", name.replace('_', ' ')).put("IsOwnedByProfile", false);
    permissions().forEach(it -> set.put("Permissions" + it, permissions.contains(it)));
    return row;
  }
}
