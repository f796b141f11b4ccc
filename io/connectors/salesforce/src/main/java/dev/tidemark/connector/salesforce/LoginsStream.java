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
import java.util.Set;

/** Every attempt to sign in, and whether a stolen password would have been enough. */
final class LoginsStream implements RowStream {
  /** How late a sign-in may show. */
  private static final Duration LATENCY = Duration.ofMinutes(30);

  private static final String SUCCESS = "Success";

  /** Sign-ins of programs by a token or key, which no second factor can be asked of. */
  private static final Set<String> BY_TOKEN =
      Set.of("Remote Access 2.0", "Remote Access Client", "OAuth Client Credentials");

  private static final Column TIME = Column.time("LoginTime", "login_at", "when it was attempted");

  static final Columns COLUMNS =
      new Columns(
          "LoginHistory",
          List.of(
              Column.text("Id", "id", "identifier of 18 characters"),
              Column.text("UserId", "user_id", "who signed in"),
              TIME,
              Column.text("LoginType", "login_type", "in which way, such as Application"),
              Column.text("Status", "status", "Success, or why not"),
              Column.text("Application", "application", "with what"),
              Column.text("AuthenticationServiceId", "sign_on_service", "who vouched; or null")
                  .optional(),
              Column.text("AuthMethodReference", "sign_on_method", "how they were known there")
                  .optional()),
          List.of(
              new Field("user_kind", "string", "human, service, or empty for guests and portals"),
              new Field("second_factor", "boolean", "whether one was given; null if not known"),
              new Field("at", "string", "when it was attempted")));

  private static final KeysetPass PASS =
      new KeysetPass(Session.Door.QUERY, COLUMNS, TIME, LATENCY, KeysetPass.Since.HISTORY);

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "logins",
        "Attempts to sign in: outcome, way, second factor or single sign-on",
        StreamKind.APPEND,
        Duration.ofMinutes(15),
        LATENCY,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.LOGIN, MetricNames.ACTIVE));
  }

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public String cursor() {
    return "login_at, ascending; ties by id";
  }

  @Override
  public Fetched fetch(Session session, PageDraft draft) {
    if (!Rights.seeLogins(Rights.of(session))) {
      throw Failures.lacking(
          Rights.Right.MONITOR_LOGINS.title() + " or " + Rights.Right.MANAGE_USERS.title(),
          "who signs in");
    }
    return PASS.page(session, draft, new LoginCompletion(), KeysetPass::addAll);
  }

  @Override
  public void normalise(Facts login, NormaliseContext context, Emitter emitter) {
    String kind = login.findText("user_kind").orElse("");
    boolean succeeded = login.text("status").equals(SUCCESS);
    String mfa = mfa(login);
    if (kind.isEmpty()) {
      return;
    }
    emitter.sum(
        MetricNames.LOGIN,
        1,
        null,
        Subjects.attributes(
            "principal.kind", kind, "mfa", mfa, "outcome", succeeded ? "succeeded" : "failed"));
    if (succeeded) {
      emitter.member(
          MetricNames.ACTIVE,
          Subjects.user(context, login.text("user_id")),
          Subjects.attributes("principal.kind", kind, "mfa", mfa));
    }
  }

  /** Whether it was strong; empty where that cannot be known. */
  private static String mfa(Facts login) {
    boolean strong =
        login.knows("sign_on_service")
            || login.text("login_type").startsWith("SAML")
            || BY_TOKEN.contains(login.text("login_type"))
            || login.holds("second_factor");
    return strong ? "true" : login.knows("second_factor") ? "false" : "";
  }
}
