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

/** Everybody who has a user, whether they may sign in, and what kind of user it is. */
final class UsersStream implements RowStream {
  private static final Columns COLUMNS =
      new Columns(
          "User",
          List.of(
              Column.text("Id", "id", "identifier of 18 characters"),
              Column.text("Username", "username", "what they sign in as").optional(),
              Column.flag("IsActive", "active", "whether they may sign in"),
              Column.text("UserType", "user_type", "as the vendor says it, such as Standard"),
              Column.text("Profile.Name", "profile", "the profile's name").optional(),
              Column.text("Profile.UserLicense.Name", "license", "the profile's licence")
                  .optional(),
              Column.text("Department", "department", "where they work").optional(),
              Column.time("LastLoginDate", "last_login_at", "when they last signed in").optional(),
              Column.time("CreatedDate", "created_at", "when the user was made").optional(),
              Column.time("SystemModstamp", "changed_at", "when it last changed").optional()),
          List.of(new Field("at", "string", "time of the reading")));

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "users",
        "Users: who may sign in, human beings and programs apart",
        StreamKind.SNAPSHOT,
        Duration.ofHours(6),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.ENTITLED));
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
    return new IdPass(COLUMNS, List.of()).page(session, draft);
  }

  @Override
  public void normalise(Facts user, NormaliseContext context, Emitter emitter) {
    String kind = People.kind(user.text("user_type"), user.findText("license").orElse(""));
    if (user.flag("active") && !kind.isEmpty()) {
      emitter.member(
          MetricNames.ENTITLED,
          Subjects.user(context, user.text("id")),
          Subjects.attributes("principal.kind", kind));
    }
  }
}
