// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.console.Hearing.Heard;
import dev.tidemark.model.OrganisationId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What pages are told while they look. A minute is for machines that do ten things at a time. */
@Timeout(60)
class EventsTest {
  private final OrganisationId organisation = Served.organisation();
  private final String here = "/api/organisations/" + organisation + "/events";
  private final Visitor editor = Served.member(organisation, "editor");

  @Test
  void whatChangesIsToldAndNothingIsMissedInBetween() throws Exception {
    String id;
    Heard last;
    try (Hearing hearing = editor.hear(here, "")) {
      hearing.next("ready");
      id = Connecting.added(editor, organisation);
      last = hearing.next("connectors");
      assertThat(last.data().at("/items/0/id").asText()).isEqualTo(id);
      assertThat(last.data().at("/items/0/change").asText()).isEqualTo("created");
      assertThat(last.data().path("more").asBoolean(true)).isFalse();
      Served.stream(organisation, UUID.fromString(id));
      last = hearing.next("streams");
      assertThat(last.data().at("/items/0/state").asText()).isEqualTo("starting");
    }
    Served.change(
        "UPDATE stream SET failing_since = now() WHERE connector_id = ?", UUID.fromString(id));
    try (Hearing again = editor.hear(here, last.id())) {
      assertThat(again.next("streams").data().at("/items/0/state").asText()).isEqualTo("failing");
    }
  }

  @Test
  void whoWasAwayTooLongIsToldToReadAnew() throws Exception {
    try (Hearing hearing = editor.hear(here, "another-7")) {
      assertThat(hearing.next("reset").id()).isNotEmpty();
    }
  }

  @Test
  void itEndsWithTheSession() throws Exception {
    try (Hearing hearing = editor.hear(here, "")) {
      hearing.next("ready");
      editor.send("DELETE", "/api/session", null, Map.of());
      assertThat(hearing.ends()).isTrue();
    }
  }
}
