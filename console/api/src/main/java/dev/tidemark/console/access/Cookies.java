// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The cookies of sessions: for this server alone, out of reach of scripts and of other sites. */
public final class Cookies {
  private static final String SESSION = "tidemark_session";
  private static final String JOURNEY = "tidemark_sign_in";

  /** Browsers take a cookie of such a name only over TLS and only from the very host. */
  private static final String HOST_ONLY = "__Host-";

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
    return read(context, SESSION);
  }

  public void set(Context context, SignedIn signedIn) {
    Duration left = Duration.between(Instant.now(), signedIn.until());
    set(context, SESSION, signedIn.token().reveal(), left, SameSite.STRICT);
  }

  public void clear(Context context) {
    set(context, SESSION, "", Duration.ZERO, SameSite.STRICT);
  }

  /** What the cookie of a browser holds that comes back from the issuer. */
  public Optional<Token> readJourney(Context context) {
    return read(context, JOURNEY);
  }

  /** It must come along when another site sends the browser back, which a strict one does not. */
  public void setJourney(Context context, Token token, Duration good) {
    set(context, JOURNEY, token.reveal(), good, SameSite.LAX);
  }

  public void clearJourney(Context context) {
    set(context, JOURNEY, "", Duration.ZERO, SameSite.LAX);
  }

  private Optional<Token> read(Context context, String name) {
    return Optional.ofNullable(context.cookie(named(name))).flatMap(Token::shown);
  }

  private void set(Context context, String name, String value, Duration left, SameSite site) {
    int seconds = value.isEmpty() ? 0 : (int) Math.max(1, left.toSeconds());
    boolean encrypted = transport == Transport.TLS;
    context.cookie(
        new Cookie(named(name), value, "/", seconds, encrypted, 0, true, null, null, site));
  }

  private String named(String name) {
    return transport == Transport.TLS ? HOST_ONLY + name : name;
  }
}
