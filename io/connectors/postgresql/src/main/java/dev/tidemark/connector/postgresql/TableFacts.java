// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.authoring.Facts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The facts of an asset as the catalogue has them. The README documents each as SQL. */
final class TableFacts {
  /** The role the server was made with owns what nobody was made the owner of. */
  static final long BOOTSTRAP_SUPERUSER = 10;

  /** What is kept with an asset for people to look at and never scored. */
  static final Set<String> DETAILS =
      Set.of(
          "database",
          "size.bytes",
          "row.estimate",
          "partitions",
          "upstream",
          "columns",
          "columns.described",
          "columns.not.null",
          "primary.key",
          "foreign.keys",
          "unique.constraints",
          "check.constraints",
          "row.security",
          "policies",
          "granted.to.public");

  private static final Pattern CLASS = Pattern.compile("[A-Za-z][A-Za-z0-9 _-]{0,31}");

  Map<String, String> of(Facts table, Optional<String> lastRead) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("asset.kind", table.text("kind"));
    facts.put("owner.present", text(table.count("owner") != BOOTSTRAP_SUPERUSER));
    facts.put("described", text(isDescribed(table)));
    facts.put("shared", text(table.flag("published")));
    lastRead.ifPresent(day -> facts.put("read.day", day));
    if (table.flag("labels_in_use")) {
      facts.put("class", sensitivity(table.findText("label").orElse("")));
    }
    putDetails(table, facts);
    return facts;
  }

  /** A text for the table and for at least four columns in five. */
  private static boolean isDescribed(Facts table) {
    return table.flag("described")
        && table.count("columns_described") * 5 >= table.count("columns") * 4;
  }

  /** A label that reads like a class is one; other labels are a module's own notation. */
  private static String sensitivity(String label) {
    return CLASS.matcher(label).matches() ? label.toLowerCase(Locale.ROOT) : "none";
  }

  private static void putDetails(Facts table, Map<String, String> facts) {
    facts.put("database", table.text("database"));
    table.findCount("size_bytes").ifPresent(size -> facts.put("size.bytes", text(size)));
    table.findCount("row_estimate").ifPresent(rows -> facts.put("row.estimate", text(rows)));
    table.findCount("partitions").ifPresent(count -> facts.put("partitions", text(count)));
    table.findCount("upstream").ifPresent(count -> facts.put("upstream", text(count)));
    facts.put("columns", text(table.count("columns")));
    facts.put("columns.described", text(table.count("columns_described")));
    facts.put("columns.not.null", text(table.count("columns_not_null")));
    facts.put("primary.key", text(table.count("primary_keys") > 0));
    facts.put("foreign.keys", text(table.count("foreign_keys")));
    facts.put("unique.constraints", text(table.count("unique_constraints")));
    facts.put("check.constraints", text(table.count("check_constraints")));
    facts.put("row.security", text(table.flag("row_security")));
    facts.put("policies", text(table.count("policies")));
    facts.put("granted.to.public", text(table.flag("granted_to_public")));
  }

  private static String text(Object value) {
    return value.toString();
  }
}
