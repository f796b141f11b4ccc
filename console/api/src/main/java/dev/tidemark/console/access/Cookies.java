// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The cookie of a session: for this server alone, out of reach of scripts and of other sites. */
public final class Cookies {
  private static final String PLAIN = "tidemark_session";

  /** Browsers take a cookie of such a name only over TLS and only from the very host. */
  private static final String HOST_ONLY = "__Host-tidemark_session";

  private final Transport transport;

  /** How people reach the server. */
  public enum Transport {
    /** Without encryption, on this machine. */
    PLAIN,
    /** Over TLS, which somebody in front of the server ends. */
    TLS
  }

  public Cookies(Transport transport) {
    this.transport = transport;
  }

  /** What the cookie of a request holds. */
  public Optional<Token> read(Context context) {
    return Optional.ofNullable(context.cookie(name())).flatMap(Token::shown);
  }

  public void set(Context context, SignedIn signedIn) {
    Duration left = Duration.between(Instant.now(), signedIn.until());
    context.cookie(cookie(signedIn.token().reveal(), (int) Math.max(1, left.toSeconds())));
  }

  public void clear(Context context) {
    context.cookie(cookie("", 0));
  }

  private Cookie cookie(String value, int seconds) {
    boolean encrypted = transport == Transport.TLS;
    return new Cookie(name(), value, "/", seconds, encrypted, 0, true, null, null, SameSite.STRICT);
  }

  private String name() {
    return transport == Transport.TLS ? HOST_ONLY : PLAIN;
  }
}
