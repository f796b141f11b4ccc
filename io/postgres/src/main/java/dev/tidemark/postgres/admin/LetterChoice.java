// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

import dev.tidemark.postgres.database.Columns;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Which dead letters of an organisation are meant. */
public final class LetterChoice {
  private final String words;
  private final String condition;
  private final List<Object> parameters;

  private LetterChoice(String words, String condition, List<Object> parameters) {
    this.words = words;
    this.condition = condition;
    this.parameters = parameters;
  }

  /** All of them. */
  public static LetterChoice all() {
    return new LetterChoice("all", "true", List.of());
  }

  /** Those with these ids; ids that are nobody's are left out. */
  public static LetterChoice of(Collection<UUID> ids) {
    return new LetterChoice("by id", "r.id = ANY (?)", List.of(Columns.uuids(ids)));
  }

  /** Those of a connector. */
  public static LetterChoice ofConnector(String name) {
    return new LetterChoice("connector " + name, "c.name = ?", List.of(name));
  }

  /** Those whose reason contains a text, whatever its case. */
  public static LetterChoice reason(String part) {
    return new LetterChoice(
        "reason " + part, "position(lower(?) IN lower(r.reason)) > 0", List.of(part));
  }

  /** For people. */
  String words() {
    return words;
  }

  /** An SQL condition on {@code rejected_record r} and {@code data_connectors c}. */
  String condition() {
    return condition;
  }

  List<Object> parameters() {
    return parameters;
  }
}
