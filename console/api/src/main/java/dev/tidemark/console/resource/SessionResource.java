// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Accounts;
import dev.tidemark.console.access.Attempts;
import dev.tidemark.console.access.Cookies;
import dev.tidemark.console.access.SignedIn;
import dev.tidemark.console.access.Token;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Body;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Coming and going: a link begins a session, once. */
final class SessionResource {
  private static final String PATH = "/api/session";

  /** How long a session lasts. */
  static final Duration GOOD = Duration.ofHours(12);

  private final Accounts accounts;
  private final Cookies cookies;
  private final Attempts attempts = new Attempts(10);

  /** What is sent to come in. */
  record Entry(@Nullable String link) {}

  SessionResource(Accounts accounts, Cookies cookies) {
    this.accounts = accounts;
    this.cookies = cookies;
  }

  void add(Doors doors) {
    doors.open(HandlerType.POST, PATH, this::begin);
    doors.person(
        HandlerType.GET, PATH, (context, signedIn) -> Answer.send(context, body(signedIn)));
    doors.person(HandlerType.DELETE, PATH, this::end);
  }

  private void begin(Context context) {
    attempts.count(context.ip());
    SignedIn begun =
        Optional.ofNullable(Body.read(context, Entry.class).link())
            .flatMap(Token::shown)
            .flatMap(link -> accounts.begin(link, GOOD))
            .orElseThrow(
                () ->
                    Problem.of(Kind.LINK_REFUSED, "It was used, is too old, or is none.").thrown());
    cookies.set(context, begun);
    Answer.send(context, body(begun));
  }

  private void end(Context context, SignedIn signedIn) {
    accounts.end(signedIn.token());
    cookies.clear(context);
    context.status(HttpStatus.NO_CONTENT);
  }

  private static ObjectNode body(SignedIn signedIn) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.putObject("person")
        .put("id", signedIn.person().id().toString())
        .put("name", signedIn.person().name());
    return node.put("csrf_token", signedIn.proof()).put("expires_at", signedIn.until().toString());
  }
}
