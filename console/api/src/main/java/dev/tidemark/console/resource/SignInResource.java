// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.console.access.Attempts;
import dev.tidemark.console.access.Cookies;
import dev.tidemark.console.access.Journeys;
import dev.tidemark.console.access.Newcomers;
import dev.tidemark.console.access.Newcomers.Claimed;
import dev.tidemark.console.access.Newcomers.Newcomer;
import dev.tidemark.console.access.SignedIn;
import dev.tidemark.console.access.Token;
import dev.tidemark.console.openid.Identity;
import dev.tidemark.console.openid.IssuerException;
import dev.tidemark.console.openid.Journey;
import dev.tidemark.console.openid.OpenId;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Parameters;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.console.web.ProblemException;
import dev.tidemark.console.web.ProblemPage;
import dev.tidemark.postgres.database.Database;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in with an issuer: a browser goes there and comes back. */
final class SignInResource {
  private static final Logger LOG = LoggerFactory.getLogger(SignInResource.class);
  private static final String PATH = "/api/sign-in";
  private static final String THERE = PATH + "/openid";
  private static final String BACK = THERE + "/callback";

  /** All of an office may have one address, and the issuer has limits of its own. */
  private static final int ATTEMPTS = 60;

  /** A page of this console: no other site can be written so, whatever a browser makes of it. */
  private static final Pattern PAGE = Pattern.compile("/([A-Za-z0-9_][A-Za-z0-9_./?=&%~-]*)?");

  /** What RFC 6749 and OpenID Connect have an issuer say. */
  private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");

  private final @Nullable OpenId openId;
  private final @Nullable URI origin;
  private final Cookies cookies;
  private final Journeys journeys;
  private final Newcomers newcomers;
  private final Attempts attempts = new Attempts(ATTEMPTS);

  /**
   * Ways in.
   *
   * @param openId null where links alone let people in
   * @param origin where people reach the server; null where only this machine does
   */
  SignInResource(
      @Nullable OpenId openId, @Nullable URI origin, Cookies cookies, Database database) {
    this.openId = openId;
    this.origin = origin;
    this.cookies = cookies;
    this.journeys = new Journeys(database);
    this.newcomers = new Newcomers(database);
  }

  void add(Doors doors) {
    doors.open(HandlerType.GET, PATH, Answer.always(ways()));
    doors.patient().open(HandlerType.GET, THERE, forPeople(this::leave));
    doors.patient().open(HandlerType.GET, BACK, forPeople(this::comeBack));
  }

  private ObjectNode ways() {
    ObjectNode ways = JsonNodeFactory.instance.objectNode().putNull("openid");
    if (openId != null) {
      ways.putObject("openid").put("name", openId.name()).put("path", THERE);
    }
    return ways;
  }

  private void leave(Context context) {
    attempts.count(context.ip());
    String destination = Optional.ofNullable(context.queryParam("destination")).orElse("/");
    if (!PAGE.matcher(destination).matches() || destination.startsWith("/api")) {
      throw Parameters.wrong("destination", "must be the path of a page of this console");
    }
    Token token = journeys.begin(destination);
    URI there = configured().authorization(new Journey(token, callback(context)));
    cookies.setJourney(context, token, Journeys.GOOD);
    redirect(context, there.toString());
  }

  private void comeBack(Context context) {
    attempts.count(context.ip());
    OpenId asked = configured();
    Journey journey = journey(context);
    cookies.clearJourney(context);
    String destination = journeys.end(journey.token()).orElseThrow(SignInResource::lost);
    Identity identity = asked.redeem(journey, code(context, asked));
    Newcomer newcomer = newcomer(identity);
    SignedIn begun =
        newcomers
            .begin(newcomer, SessionResource.GOOD)
            .orElseThrow(() -> unknown(newcomer.called()));
    cookies.set(context, begun);
    redirect(context, destination);
  }

  /** The one of this browser's cookie, if that is the one the issuer speaks of. */
  private Journey journey(Context context) {
    String state = Optional.ofNullable(context.queryParam("state")).orElse("");
    return cookies
        .readJourney(context)
        .map(token -> new Journey(token, callback(context)))
        .filter(journey -> journey.isOf(state))
        .orElseThrow(SignInResource::lost);
  }

  private static String code(Context context, OpenId asked) {
    String issuer = context.queryParam("iss");
    String code = context.queryParam("code");
    if (issuer != null && !issuer.equals(asked.issuer().toString())) {
      throw refused("Another issuer sent the browser back. Sign in again.");
    }
    if (code == null || code.isBlank()) {
      String error = Optional.ofNullable(context.queryParam("error")).orElse("");
      String told = ERROR.matcher(error).matches() ? error : "no reason";
      throw refused("The issuer let nobody in and names " + told + ". Sign in again.");
    }
    return code;
  }

  private static Newcomer newcomer(Identity identity) {
    List<Claimed> claimed =
        identity.claimed().stream()
            .map(rule -> new Claimed(rule.role(), rule.organisation()))
            .toList();
    return new Newcomer(identity.issuer(), identity.subject(), identity.email(), claimed);
  }

  /** Under the name the browser used, which the guard of origins has let through. */
  private URI callback(Context context) {
    return origin == null
        ? URI.create("http://" + context.header("Host") + BACK)
        : origin.resolve(BACK);
  }

  private OpenId configured() {
    if (openId == null) {
      String detail =
          "This console has no issuer to sign in with: it is started with --sign-in for one, and"
              + " links let people in.";
      throw Problem.of(Kind.NOT_FOUND, detail).thrown();
    }
    return openId;
  }

  /** What goes wrong is told to whoever looks at it: a program, or a person in a browser. */
  private static Handler forPeople(Handler handler) {
    return context -> {
      context.header("Cache-Control", "no-store");
      try {
        handler.handle(context);
      } catch (IssuerException failure) {
        LOG.warn("nobody was let in: {}", reasons(failure));
        boolean silent = failure.reason() == IssuerException.Reason.SILENT;
        Kind kind = silent ? Kind.ISSUER : Kind.SIGN_IN_REFUSED;
        String remedy = silent ? "" : " Sign in again; if it stays so, see the log.";
        ProblemPage.answer(context, Problem.of(kind, failure.getMessage() + remedy).thrown());
      } catch (ProblemException problem) {
        ProblemPage.answer(context, problem);
      }
    };
  }

  private static String reasons(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure.getMessage() + (cause == null ? "" : " " + cause.getMessage());
  }

  private static void redirect(Context context, String where) {
    context.status(HttpStatus.SEE_OTHER).header("Location", where);
  }

  private static ProblemException unknown(String called) {
    String detail =
        called
            + " may do nothing here: whoever runs Tidemark says what with 'tidemark console grant "
            + called
            + " ROLE'.";
    return Problem.of(Kind.FORBIDDEN, detail).thrown();
  }

  private static ProblemException lost() {
    return refused(
        "It was not begun in this browser, was ended before, or took longer than "
            + Journeys.GOOD.toMinutes()
            + " minutes. Sign in again.");
  }

  private static ProblemException refused(String detail) {
    return Problem.of(Kind.SIGN_IN_REFUSED, detail).thrown();
  }
}
