// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.access.Person;
import dev.tidemark.console.access.Roles.Membership;
import dev.tidemark.console.web.Fault;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.Viewpoint;
import io.javalin.http.Context;
import java.util.List;

/**
 * A request about an organisation by somebody who may make it. The database is seen in their name,
 * so it holds the request to the organisation, too.
 */
record Call(Context context, Person person, Membership membership, Viewed viewed) {
  /** Why somebody does it, for the audit. */
  private static final String REASON = "Tidemark-Reason";

  private static final int LONGEST_REASON = 500;

  /** The database as a person sees it. */
  record Viewed(DatabaseAccess access, Database database, Administration administration) {
    Viewed as(Viewpoint viewpoint) {
      return new Viewed(access, database.seenFrom(viewpoint), administration.seenFrom(viewpoint));
    }
  }

  OrganisationId organisation() {
    return membership.organisation();
  }

  Administration administration() {
    return viewed.administration();
  }

  Database database() {
    return viewed.database();
  }

  /** What is done and why, for the audit: who does it is noted beside it. */
  String purpose(String deed) {
    String reason = context.header(REASON);
    if (reason == null || reason.isBlank()) {
      return deed + " in the console";
    }
    if (reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl)) {
      Fault fault =
          new Fault(REASON, "must be at most " + LONGEST_REASON + " printable characters");
      throw new Problem(Kind.BAD_REQUEST, "The reason cannot be noted.", List.of(fault)).thrown();
    }
    return deed + " in the console: " + reason.strip();
  }
}
