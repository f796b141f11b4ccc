// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.access;

import dev.tidemark.console.access.Roles.Membership;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.console.web.ProblemException;
import dev.tidemark.model.OrganisationId;
import io.javalin.http.Context;
import java.util.Set;

/** Lets requests through that somebody may make. */
public final class Gate {
  /** The header that carries the proof of a session's own page. */
  private static final String PROOF = "X-CSRF-Token";

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Accounts accounts;
  private final Roles roles;
  private final Cookies cookies;

  public Gate(Accounts accounts, Roles roles, Cookies cookies) {
    this.accounts = accounts;
    this.roles = roles;
    this.cookies = cookies;
  }

  /** Who is asking; refuses a request without a session, and a change without its proof. */
  public SignedIn signedIn(Context context) {
    SignedIn found =
        cookies.read(context).flatMap(accounts::find).orElseThrow(Gate::unauthenticated);
    String proof = context.header(PROOF);
    boolean changing = !READING.contains(context.req().getMethod());
    if (changing && (proof == null || !found.token().isProvedBy(proof))) {
      String detail = "Send the csrf_token of GET /api/session as the header " + PROOF + ".";
      throw Problem.of(Kind.CSRF, detail).thrown();
    }
    return found;
  }

  /**
   * What somebody is in an organisation; refuses less than is needed.
   *
   * @param what is called missing where they are nothing there: that it exists is not told
   */
  public Membership member(Person person, OrganisationId organisation, Role needed, String what) {
    Membership found = roles.in(organisation, person).orElseThrow(() -> missing(what));
    if (!found.role().covers(needed)) {
      String detail =
          "This takes the role %s in %s, and yours is %s: ask an administrator."
              .formatted(needed.word(), found.name(), found.role().word());
      throw Problem.of(Kind.FORBIDDEN, detail).thrown();
    }
    return found;
  }

  /** That there is no such thing, or none that may be seen. */
  public static ProblemException missing(String what) {
    return Problem.of(Kind.NOT_FOUND, "There is no such " + what + ".").thrown();
  }

  private static ProblemException unauthenticated() {
    String detail = "Begin a session with POST /api/session; this one has ended or never was.";
    return Problem.of(Kind.UNAUTHENTICATED, detail).thrown();
  }
}
