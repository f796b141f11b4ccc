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

/** What was changed in Setup, and whether a human being or a program did. */
final class SetupChangesStream implements RowStream {
  /** How late a change may show: a deployment is one transaction. */
  private static final Duration LATENCY = Duration.ofMinutes(30);

  private static final Column TIME =
      Column.time("CreatedDate", "changed_at", "when it was changed");

  private static final Columns COLUMNS =
      new Columns(
          "SetupAuditTrail",
          List.of(
              Column.text("Id", "id", "identifier of 18 characters"),
              TIME,
              Column.text("CreatedById", "user_id", "who changed it"),
              Column.text("Action", "action", "what was done, in the vendor's word"),
              Column.text("Section", "section", "where in Setup, such as Custom Objects"),
              Column.text("DelegateUser", "delegate", "who acted in the user's name; or null")
                  .optional(),
              Column.text("CreatedByContext", "context", "what acted, such as Einstein; or null")
                  .optional()),
          List.of(
              new Field("user_kind", "string", "human, service, or empty where not known"),
              new Field("at", "string", "when it was changed")));

  private static final KeysetPass PASS =
      new KeysetPass(Session.Door.QUERY, COLUMNS, TIME, LATENCY, KeysetPass.Since.HISTORY);

  @Override
  public StreamDescription description() {
    return new StreamDescription(
        "setup_changes",
        "Changes in Setup: what kind of user changed objects and fields",
        StreamKind.APPEND,
        Duration.ofMinutes(15),
        LATENCY,
        Precedence.NATIVE_PLATFORM,
        List.of(MetricNames.OBJECT_CHANGE));
  }

  @Override
  public Columns columns() {
    return COLUMNS;
  }

  @Override
  public String cursor() {
    return "changed_at, ascending; ties by id";
  }

  @Override
  public Fetched fetch(Session session, PageDraft draft) {
    return PASS.page(session, draft, SetupChangesStream::complete, KeysetPass::addAll);
  }

  private static void complete(Session session, List<KeysetPass.Found> found) {
    List<String> users = found.stream().map(it -> it.row().path("CreatedById").asText()).toList();
    Map<String, String> kinds = session.organisation().people().kinds(users, session);
    found.forEach(
        it ->
            it.record()
                .put("user_kind", kinds.getOrDefault(it.row().path("CreatedById").asText(), "")));
  }

  @Override
  public void normalise(Facts change, NormaliseContext context, Emitter emitter) {
    String actor = change.findText("user_kind").orElse("");
    if (isDataModel(change.findText("section").orElse("")) && !actor.isEmpty()) {
      emitter.sum(MetricNames.OBJECT_CHANGE, 1, null, Subjects.attributes("actor", actor));
    }
  }

  /** Custom Objects, and Customize Accounts and the like for standard ones. */
  private static boolean isDataModel(String section) {
    return section.equals("Custom Objects") || section.startsWith("Customize ");
  }
}
