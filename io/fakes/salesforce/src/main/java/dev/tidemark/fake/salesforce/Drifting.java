// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.tidemark.testkit.stage.DriftScenes;

/** The shape of records changes, as far as a release of the interface lets it. */
record Drifting(World world, Rows rows) implements DriftScenes {
  private static final String FIXED =
      "a release of the interface fixes the fields of its objects and their types";

  @Override
  public Drifted drift(String stream, Drift how) {
    Drifted drifted =
        switch (how) {
          case REMOVED -> hidden(stream);
          case ABSENT_STRUCT -> absent(stream);
          default -> Drifted.not(FIXED);
        };
    if (drifted.played().refusal().isEmpty() && !stream.equals("org")) {
      rows.add(stream, 1);
    }
    return drifted;
  }

  /** Field-level security hides a field: to name it is an error. */
  private Drifted hidden(String stream) {
    String field =
        switch (stream) {
          case "users" -> "User.Department";
          case "logins" -> "LoginHistory.AuthMethodReference";
          case "setup_changes" -> "SetupAuditTrail.DelegateUser";
          case "agents" -> "BotDefinition.AgentType";
          default -> "";
        };
    if (field.isEmpty()) {
      return Drifted.not("no field of its records can be hidden from who may read them");
    }
    world.hide(field);
    return Drifted.of(field.substring(field.indexOf('.') + 1));
  }

  private Drifted absent(String stream) {
    if (!stream.equals("users")) {
      return Drifted.not("none of its records holds an object that could be absent");
    }
    rows.add(stream, 1);
    rows.spoil(stream, rows.newest(stream), row -> row.set("Profile", NullNode.getInstance()));
    return Drifted.of("profile");
  }
}
