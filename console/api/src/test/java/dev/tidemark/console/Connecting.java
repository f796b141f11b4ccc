// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.console.Visitor.Answer;
import dev.tidemark.model.OrganisationId;
import java.util.Map;

/** Shorthand for connecting accounts. */
final class Connecting {
  /** Must never be told. */
  static final String CANARY = "canary-7c1f0e-in-the-mine";

  private Connecting() {}

  /** A connector as it is sent. */
  static String body(String name) {
    return """
    {"type": "postgresql", "name": "%s", "intervals": {"*": "PT5M"}, "budget": {"calls": 1000},
     "settings": {"host": "db.example.com", "user": "tidemark", "password": "%s"}}\
    """
        .formatted(name, CANARY);
  }

  /** Adds one of a server that refuses at once whoever connects; answers its id. */
  static String addedNowhere(Visitor editor, OrganisationId organisation) {
    String body = body("nowhere").replace("db.example.com", "127.0.0.1\", \"port\": \"1");
    Answer made = editor.send("POST", all(organisation), body, Map.of());
    assertThat(made.status()).as(made.response().body()).isEqualTo(201);
    return made.json().path("id").asText();
  }

  static String all(OrganisationId organisation) {
    return "/api/data-connectors?organisation=" + organisation;
  }

  static String one(String connector) {
    return "/api/data-connectors/" + connector;
  }

  /** Adds one; answers its id. */
  static String added(Visitor editor, OrganisationId organisation) {
    return added(editor, organisation, "warehouse");
  }

  static String added(Visitor editor, OrganisationId organisation, String name) {
    Answer made = editor.send("POST", all(organisation), body(name), Map.of());
    assertThat(made.status()).as(made.response().body()).isEqualTo(201);
    return made.json().path("id").asText();
  }
}
