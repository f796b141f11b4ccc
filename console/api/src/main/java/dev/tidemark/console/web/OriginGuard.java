// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.web;

import dev.tidemark.console.web.Problem.Kind;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in what was sent to this server under a name it goes by, and no change that another site had
 * a browser send. The first keeps names that were made to lead here out; neither is needed where
 * the other protections hold.
 */
public final class OriginGuard {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final Set<String> hosts;

  private OriginGuard(Set<String> hosts) {
    this.hosts = hosts;
  }

  /**
   * A guard.
   *
   * @param origin where people reach the server; null where only this machine does
   */
  public static OriginGuard at(@Nullable URI origin) {
    return new OriginGuard(origin == null ? LOOPBACK : Set.of(origin.getHost()));
  }

  /** Refuses a request that is none of ours. */
  public void check(Context context) {
    if (!hosts.contains(name(context.header("Host")))) {
      throw foreign("It was sent to a name this server does not go by: see the option origin.");
    }
    if (!READING.contains(context.req().getMethod()) && isForeign(context)) {
      throw foreign("Changes are only taken from this server's own pages and from programs.");
    }
  }

  private static boolean isForeign(Context context) {
    String site = context.header("Sec-Fetch-Site");
    String origin = context.header("Origin");
    boolean ofOtherSite = site != null && !OWN_SITES.contains(site);
    return ofOtherSite || (origin != null && !authority(origin).equals(context.header("Host")));
  }

  private static ProblemException foreign(String detail) {
    return Problem.of(Kind.FOREIGN_ORIGIN, detail).thrown();
  }

  private static String authority(String origin) {
    return origin.replaceFirst("^https?://", "");
  }

  private static String name(@Nullable String host) {
    return host == null ? "" : host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
  }
}
