// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.authoring.Emitter;
import dev.tidemark.authoring.Facts;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.spi.NormaliseContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a record of the stream {@code query_history} says in standard metrics. */
final class QueryEvents implements Events {
  /** Statements that read or change rows. */
  private static final Set<String> USES =
      Set.of(
          "SELECT",
          "INSERT",
          "UPDATE",
          "DELETE",
          "MERGE",
          "MULTI_TABLE_INSERT",
          "COPY",
          "UNLOAD",
          "CREATE_TABLE_AS_SELECT",
          "CALL",
          "UNKNOWN");

  private static final Set<String> CHANGES = Set.of("CREATE", "ALTER", "DROP", "RENAME", "UNDROP");

  @Override
  public void normalise(Facts query, NormaliseContext context, Emitter emitter) {
    if (query.holds("client_generated") || isOwn(query)) {
      return;
    }
    String type = query.findText("query_type").orElse("UNKNOWN").toUpperCase(Locale.ROOT);
    String outcome = outcome(query.text("execution_status"));
    if (USES.contains(type) && !outcome.isEmpty()) {
      emitter.sum(
          MetricNames.QUERY,
          1,
          null,
          People.attributes("consumer", People.kind(query), "outcome", outcome));
    }
    if (outcome.equals("succeeded")) {
      changes(query, type, emitter);
      grants(query, context, emitter);
    }
  }

  private static boolean isOwn(Facts query) {
    return query.findText("query_tag").filter(Dialler.QUERY_TAG::equals).isPresent();
  }

  private static String outcome(String status) {
    String word = status.toUpperCase(Locale.ROOT);
    if (word.startsWith("SUCCESS")) {
      return "succeeded";
    }
    return word.startsWith("FAIL") || word.startsWith("INCIDENT") ? "failed" : "";
  }

  private static void changes(Facts query, String type, Emitter emitter) {
    String verb = type.split("_", 2)[0];
    if (!CHANGES.contains(verb) || type.equals("ALTER_SESSION")) {
      return;
    }
    String actor = People.kind(query);
    String environment = query.findText("environment").orElse("");
    emitter.sum(
        MetricNames.OBJECT_CHANGE,
        1,
        null,
        People.attributes("actor", actor, "environment", environment));
    breaking(type)
        .ifPresent(
            breaks ->
                emitter.sum(
                    MetricNames.SCHEMA_CHANGE,
                    1,
                    null,
                    People.attributes("breaking", breaks.toString())));
  }

  /** Whether a change of a table's shape breaks its readers; empty where its shape stays. */
  private static Optional<Boolean> breaking(String type) {
    if (type.contains("ADD_COLUMN")) {
      return Optional.of(false);
    }
    boolean breaks =
        type.contains("DROP_COLUMN")
            || type.contains("MODIFY_COLUMN")
            || type.startsWith("RENAME")
            || type.startsWith("DROP_TABLE")
            || type.startsWith("DROP_VIEW");
    return breaks ? Optional.of(true) : Optional.empty();
  }

  /** An administrator role a statement ran with was used. */
  private static void grants(Facts query, NormaliseContext context, Emitter emitter) {
    query
        .findText("role_name")
        .filter(People.PRIVILEGED::contains)
        .ifPresent(
            role ->
                emitter.member(
                    MetricNames.USED,
                    Subjects.grant(context, query.text("user_name"), role),
                    People.attributes("grant.kind", role.toLowerCase(Locale.ROOT))));
  }
}
