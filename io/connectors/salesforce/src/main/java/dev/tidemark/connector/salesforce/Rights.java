// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.authoring.Records;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the user who asks may do: of some objects the vendor shows less, and does not say so. */
final class Rights {
  private Rights() {}

  /** A permission that counts here. */
  enum Right {
    VIEW_SETUP("View Setup and Configuration", "ViewSetup"),
    MANAGE_USERS("Manage Users", "ManageUsers"),
    MONITOR_LOGINS("Monitor Login History", "MonitorLoginHistory"),
    VIEW_HEALTH("View Health Check", "ViewHealthCheck"),
    VIEW_EVENT_LOGS("View Event Log Files", "ViewEventLogFiles");

    private final String title;
    private final String field;

    Right(String title, String field) {
      this.title = title;
      this.field = field;
    }

    String title() {
      return title;
    }

    Column column() {
      return Column.flag("PermissionSet.Permissions" + field, field, title).optional();
    }
  }

  /** The rights of all permission sets the user has, the profile's among them. */
  static Set<Right> of(Session session) {
    List<Column> columns = Arrays.stream(Right.values()).map(Right::column).toList();
    Columns asked = new Columns("PermissionSetAssignment", columns, List.of());
    String user = session.identity().user();
    Set<Right> rights = EnumSet.noneOf(Right.class);
    if (!Records.isSaid(user)) {
      return rights;
    }
    Rows rows = session.query(Session.Door.QUERY, asked, " WHERE AssigneeId = " + Soql.text(user));
    rows.all().forEach(row -> add(row, rights));
    return rights;
  }

  private static void add(JsonNode row, Set<Right> rights) {
    for (Right right : Right.values()) {
      if (right.column().of(row).asBoolean(false)) {
        rights.add(right);
      }
    }
  }

  /** Whether all sign-ins are shown and not only the user's own. */
  static boolean seeLogins(Set<Right> rights) {
    return rights.contains(Right.MANAGE_USERS) || rights.contains(Right.MONITOR_LOGINS);
  }
}
