// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.authoring.PageDraft;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.spi.Discovery.Field;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Permission sets and profiles with which somebody may do or see everything, and who has them. */
final class GrantsStream implements RowStream {
  /** Permissions that make a set privileged, the most powerful first, and what they are called. */
  private static final List<Map.Entry<String, String>> POWERS =
      List.of(
          Map.entry("modify_all_data", "PermissionsModifyAllData"),
          Map.entry("customize_application", "PermissionsCustomizeApplication"),
          Map.entry("author_apex", "PermissionsAuthorApex"),
          Map.entry("manage_users", "PermissionsManageUsers"),
          Map.entry("view_all_data", "PermissionsViewAllData"));

  private static final Columns COLUMNS =
      new Columns(
          "PermissionSetAssignment",
          List.of(
              Column.text("Id", "id", "identifier of 18 characters"),
              Column.text("AssigneeId", "user_id", "who has it"),
              Column.text("PermissionSet.Name", "permission_set", "the set's name"),
              Column.text("PermissionSet.Label", "label", "what people call it"),
              Column.flag(
                  "PermissionSet.IsOwnedByProfile", "by_profile", "whether it is a profile"),
              power(0),
              power(1),
              power(2),
              power(3),
              power(4)),
          List.of(new Field("at", "string", "time of the reading")));

  private static final String PRIVILEGED =
      "(PermissionSet.PermissionsModifyAllData = true"
          + " OR PermissionSet.PermissionsCustomizeApplication = true"
          + " OR PermissionSet.PermissionsAuthorApex = true"
          + " OR PermissionSet.PermissionsManageUsers = true"
          + " OR PermissionSet.PermissionsViewAllData = true)";

  private static Column power(int place) {
    Map.Entry<String, String> power = POWERS.get(place);
    return Column.flag(
        "PermissionSet." + power.getValue(), power.getKey(), "whether it allows that");
  }

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "grants",
        "Privileged permission sets and profiles in the hands of active users",
        StreamKind.SNAPSHOT,
        Duration.ofHours(6),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.PRIVILEGED));
  }

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public String cursor() {
    return "id, ascending";
  }

  @Override
  public Fetched fetch(Session session, PageDraft draft) {
    if (!Rights.of(session).contains(Rights.Right.VIEW_SETUP)) {
      throw Failures.lacking(Rights.Right.VIEW_SETUP.title(), "who has which permissions");
    }
    return new IdPass(COLUMNS, List.of(PRIVILEGED, "Assignee.IsActive = true"))
        .page(session, draft);
  }

  @Override
  public void normalise(Facts grant, NormaliseContext context, Emitter emitter) {
    String set = grant.text("permission_set");
    for (Map.Entry<String, String> power : POWERS) {
      if (grant.flag(power.getKey())) {
        emitter.member(
            MetricNames.PRIVILEGED,
            Subjects.grant(context, grant.text("user_id"), set),
            Subjects.attributes("grant.kind", power.getKey()));
        return;
      }
    }
  }
}
