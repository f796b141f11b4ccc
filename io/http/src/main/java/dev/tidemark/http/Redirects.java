// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.net.URI;
import java.util.Set;

/** Where a redirect leads, and whether a call may go there and with what. */
record Redirects(Endpoint endpoint) {
  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  static boolean isRedirect(Head head) {
    return STATUSES.contains(head.status()) && head.header("Location").isPresent();
  }

  /**
   * The call that follows a redirect: with the credential on the same host, without anything on
   * another, and never from an encrypted connection to an open one.
   */
  Call next(Call call, Head head, int soFar) {
    URI location = head.from().resolve(location(head));
    Origin from = Origin.of(head.from());
    Origin to = Origin.of(location);
    if (!call.verb().onlyAsks() || call.reach() == Reach.MACHINE) {
      throw refused(call, head, "is not followed: correct the address");
    }
    if (soFar >= endpoint.limits().redirects()) {
      throw refused(call, head, "is one too many: does it lead in a circle?");
    }
    if (from.isEncrypted() && !to.isEncrypted()) {
      throw refused(call, head, "leads to an open connection and is not followed");
    }
    return to.equals(from) ? call.at(location.toString()) : call.strayingTo(location);
  }

  private static URI location(Head head) {
    return Percent.address(head.header("Location").orElse(""));
  }

  private static ConnectorException refused(Call call, Head head, String why) {
    return ConnectorException.of(
        Category.CONFIG,
        Labels.of(call.verb(), head.from()) + ": the redirect (" + head.status() + ") " + why);
  }
}
