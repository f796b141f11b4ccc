// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.web;

import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.spi.ledger.LedgerException;
import io.javalin.config.RouterConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRouting;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers whatever goes wrong with a problem. What is not the caller's doing is logged under a
 * number the caller is told, and nothing else of it is.
 */
public final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  /** Addresses and JSON may hold what a text of PostgreSQL's may not, such as NUL. */
  private static final Set<String> UNSTORABLE = Set.of("22021", "22P05");

  private Failures() {}

  /** Has every failure of a route answered; what no route is for may be one of the page's. */
  public static void answer(RouterConfig router, Site site) {
    router.mount(routing -> handle(routing, site));
  }

  private static void handle(JavalinDefaultRouting routing, Site site) {
    routing.exception(NotFoundResponse.class, (failure, context) -> lost(failure, context, site));
    routing.exception(ProblemException.class, Failures::told);
    routing.exception(HttpResponseException.class, Failures::refused);
    routing.exception(LedgerException.class, Failures::withoutDatabase);
    routing.exception(Exception.class, Failures::unexpected);
  }

  /** Writes a problem as the answer. */
  private static void write(Context context, Problem problem) {
    context
        .status(problem.kind().status())
        .header("Cache-Control", "no-store")
        .contentType(Problem.CONTENT_TYPE)
        .result(problem.json());
  }

  private static void told(ProblemException failure, Context context) {
    failure.headers().forEach(context::header);
    write(context, failure.problem());
  }

  private static void lost(NotFoundResponse failure, Context context, Site site) {
    if (!site.answer(context)) {
      refused(failure, context);
    }
  }

  /** What the server itself refuses, such as an unknown path. */
  private static void refused(HttpResponseException failure, Context context) {
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(it -> it.status() == failure.getStatus())
            .findFirst()
            .orElse(Kind.BAD_REQUEST);
    String allowed = failure.getDetails().get("availableMethods");
    if (allowed != null) {
      context.header("Allow", allowed);
    }
    write(context, Problem.of(kind, detail(kind)));
  }

  private static String detail(Kind kind) {
    return switch (kind) {
      case NOT_FOUND -> "There is nothing at this path: /openapi.json says what there is.";
      case METHOD_NOT_ALLOWED -> "This method is not for this path: the Allow header names those.";
      default -> "The request cannot be read.";
    };
  }

  private static void withoutDatabase(LedgerException failure, Context context) {
    if (isUnstorable(failure)) {
      write(context, Problem.of(Kind.BAD_REQUEST, "What was sent holds characters of no text."));
      return;
    }
    String number = logged(failure, context);
    context.header("Retry-After", "5");
    write(
        context,
        Problem.of(
            Kind.UNAVAILABLE,
            "The database did not answer as it should: try again. The log has it as "
                + number
                + "."));
  }

  private static boolean isUnstorable(LedgerException failure) {
    return failure.getCause() instanceof SQLException cause
        && UNSTORABLE.contains(String.valueOf(cause.getSQLState()));
  }

  private static void unexpected(Exception failure, Context context) {
    String number = logged(failure, context);
    write(
        context,
        Problem.of(Kind.INTERNAL, "This should not happen. The log has it as " + number + "."));
  }

  private static String logged(Exception failure, Context context) {
    String number = UUID.randomUUID().toString();
    LOG.warn("{}: {} {} failed", number, context.method(), context.matchedPath(), failure);
    return number;
  }
}
