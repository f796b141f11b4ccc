// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * Why a request was not done, as RFC 9457 writes it down.
 *
 * @param kind tells programs what it is; also the status
 * @param detail tells people what happened, to what, and what to do; never a secret
 * @param faults single things that are wrong with what was sent
 */
public record Problem(Kind kind, String detail, List<Fault> faults) {
  /** Media type of a problem. */
  public static final String CONTENT_TYPE = "application/problem+json";

  /** What may be wrong. */
  public enum Kind {
    BAD_REQUEST(400, "The request is not as described"),
    UNAUTHENTICATED(401, "Nobody is signed in"),
    LINK_REFUSED(401, "The link does not sign in"),
    SIGN_IN_REFUSED(401, "The sign-in is not accepted"),
    FORBIDDEN(403, "Not allowed"),
    FOREIGN_ORIGIN(403, "The request comes from another site"),
    CSRF(403, "The request lacks its token"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Not done here"),
    CONFLICT(409, "In the way of something else"),
    GONE(410, "There no more"),
    CHANGED_MEANWHILE(412, "Changed meanwhile"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Not JSON"),
    INVALID(422, "Cannot be used"),
    KEY_REUSED(422, "The idempotency key stands for another request"),
    PRECONDITION_REQUIRED(428, "Say what you have seen"),
    TOO_MANY_REQUESTS(429, "Too many attempts"),
    INTERNAL(500, "An error of Tidemark"),
    PLATFORM(502, "The platform cannot be read"),
    ISSUER(502, "The issuer cannot be asked"),
    UNAVAILABLE(503, "Not available for the moment"),
    TOO_SLOW(504, "The platform takes too long");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }

    public int status() {
      return status;
    }

    String title() {
      return title;
    }
  }

  public Problem {
    faults = List.copyOf(faults);
  }

  /** A problem of the whole request. */
  public static Problem of(Kind kind, String detail) {
    return new Problem(kind, detail, List.of());
  }

  /** To be thrown where it is found. */
  public ProblemException thrown() {
    return new ProblemException(this);
  }

  /** As it is sent. */
  public String json() {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("type", "urn:tidemark:problem:" + name())
            .put("title", kind.title)
            .put("status", kind.status)
            .put("detail", detail);
    if (!faults.isEmpty()) {
      ArrayNode list = node.putArray("faults");
      faults.forEach(
          fault -> list.addObject().put("pointer", fault.pointer()).put("detail", fault.detail()));
    }
    return node.toString();
  }

  private String name() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
