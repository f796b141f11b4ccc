// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Gate;
import dev.tidemark.console.access.Role;
import dev.tidemark.console.access.Token;
import dev.tidemark.console.resource.Call.Viewed;
import dev.tidemark.console.web.Answer;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Row;
import dev.tidemark.postgres.database.Viewpoint;
import dev.tidemark.postgres.database.Viewpoint.Part;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * The badge of an organisation, and the address at which whoever has it sees the badge and nothing
 * else. An administrator makes it, sees it once, and takes it back.
 *
 * @param owner finds out whose an address is
 */
record BadgeResource(Viewed owner) {
  private static final String PATH = "/api/organisations/{organisation}/badge";
  private static final String SHOWN = "/api/badges/";

  /** An address that was taken back shows for at most so long where it was kept. */
  private static final Duration KEPT = Duration.ofMinutes(1);

  private static final String SCORE =
      """
      SELECT s.score, s.low, s.high, s.coverage, s.level
        FROM score_live s JOIN model_version m ON m.id = s.model AND m.status = 'active'
       WHERE s.organisation_id = ? AND lower(s.composite) = 'overall'\
      """;

  private static final String ADDRESS =
      "SELECT made_at, made_by FROM console_badge WHERE organisation_id = ?";

  private static final String REPLACE =
      "UPDATE console_badge SET hash = ?, made_by = ?, made_at = now() WHERE organisation_id = ?";

  private static final String FIRST =
      "INSERT INTO console_badge (hash, made_by, organisation_id) VALUES (?, ?, ?)";

  private static final String TAKE_BACK = "DELETE FROM console_badge WHERE organisation_id = ?";
  private static final String WHOSE = "SELECT organisation_id FROM console_badge WHERE hash = ?";

  void add(Doors doors) {
    doors.member(HandlerType.GET, PATH, Role.VIEWER, BadgeResource::told);
    doors.member(HandlerType.POST, PATH, Role.ADMINISTRATOR, BadgeResource::make);
    doors.member(HandlerType.DELETE, PATH, Role.ADMINISTRATOR, BadgeResource::takeBack);
    doors.open(HandlerType.GET, SHOWN + "{badge}", this::show);
  }

  private static void told(Call call) {
    Optional<JsonNode> address =
        call.database().find(ADDRESS, BadgeResource::address, call.organisation().value());
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("label", Badge.LABEL)
            .put("text", badge(call.database(), call.organisation()).text());
    body.set("address", address.orElse(null));
    Answer.send(call.context(), body);
  }

  private static JsonNode address(Row row) throws SQLException {
    return JsonNodeFactory.instance
        .objectNode()
        .put("made_at", row.instant("made_at").toString())
        .put("made_by", row.text("made_by"));
  }

  private static void make(Call call) {
    Token token = Token.random();
    Object[] address = {token.hash(), call.person().name(), call.organisation().value()};
    call.database()
        .transaction(
            session -> session.change(REPLACE, address) > 0 ? 1 : session.change(FIRST, address));
    call.context().status(HttpStatus.CREATED);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("path", SHOWN + token.reveal());
    Answer.send(call.context(), body);
  }

  private static void takeBack(Call call) {
    call.database().transaction(session -> session.change(TAKE_BACK, call.organisation().value()));
    call.context().status(HttpStatus.NO_CONTENT);
  }

  /** As a reader of that organisation and no other sees it. */
  private void show(Context context) {
    OrganisationId organisation =
        Token.shown(context.pathParam("badge"))
            .flatMap(this::whose)
            .orElseThrow(() -> Gate.missing("badge"));
    Viewpoint viewpoint = new Viewpoint(organisation, Part.READER, "a badge");
    Badge badge = badge(owner.as(viewpoint).database(), organisation);
    Answer.sendPicture(context, badge.svg(), KEPT);
  }

  private Optional<OrganisationId> whose(Token token) {
    return owner
        .database()
        .find(WHOSE, row -> new OrganisationId(row.uuid("organisation_id")), (Object) token.hash());
  }

  private static Badge badge(Database database, OrganisationId organisation) {
    return database.find(SCORE, Badge::of, organisation.value()).orElse(Badge.NOTHING);
  }
}
