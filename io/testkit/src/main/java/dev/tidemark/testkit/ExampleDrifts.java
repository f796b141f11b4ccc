// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.testkit.stage.DriftScenes;
import java.util.Map;

/** The scenes in which records of a scripted account change their shape. */
record ExampleDrifts(ExampleAccount account, ExampleStage stage) implements DriftScenes {
  @Override
  public Drifted drift(String stream, Drift how) {
    Drifted drifted =
        switch (stream) {
          case "events" -> drift(account.events(), how);
          case "runs" -> drift(account.runs(), how);
          case "tables" -> table(how);
          default -> Drifted.not("is one record of a fixed shape");
        };
    if (drifted.played().refusal().isEmpty()) {
      stage.add(stream, 1);
    }
    return drifted;
  }

  private static Drifted drift(ExampleRows rows, Drift how) {
    ExampleExtras extras = rows.extras();
    return switch (how) {
      case ADDED -> put(extras, "colour", "string", "\"red\"");
      case REMOVED -> {
        extras.remove("owner");
        yield Drifted.of("owner");
      }
      case WIDENED -> put(extras, "amount", "number", "7.5");
      case NARROWED -> put(extras, "amount", "integer", "8");
      case ABSENT_STRUCT -> put(extras, "owner", "object", "null");
    };
  }

  private static Drifted put(ExampleExtras extras, String field, String type, String json) {
    extras.put(field, type, json);
    return Drifted.of(field);
  }

  private Drifted table(Drift how) {
    if (how != Drift.ADDED) {
      return Drifted.not("facts of a table are texts by name, there or not");
    }
    account.tables().put("with-colour", Map.of("name", "with-colour", "colour", "red"));
    return Drifted.of("colour");
  }
}
