// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.net.URI;
import java.time.InstantSource;
import java.util.Objects;

/**
 * An account as it is reached over HTTP: where, how it is proved who calls, and how it speaks.
 * Immutable; each method returns a copy.
 *
 * @param base the address calls are relative to; calls with the credential go to its host only
 */
public record Endpoint(
    URI base,
    Authentication authentication,
    AddressPolicy addresses,
    Dialect dialect,
    Limits limits,
    InstantSource clock) {
  public Endpoint {
    if (base.getHost() == null || base.getRawQuery() != null || base.getRawFragment() != null) {
      throw new IllegalArgumentException("a base address has a host and no query");
    }
    Objects.requireNonNull(authentication, "authentication");
    Objects.requireNonNull(addresses, "addresses");
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(clock, "clock");
    String text = base.toString();
    base = text.endsWith("/") ? base : URI.create(text + "/");
  }

  /** Public addresses only, no credential, plain HTTP, standard limits. */
  public static Endpoint at(URI base) {
    return new Endpoint(
        base,
        Authentication.none(),
        AddressPolicy.PUBLIC,
        Dialect.standard(),
        Limits.standard(),
        InstantSource.system());
  }

  public Endpoint authenticatedBy(Authentication how) {
    return new Endpoint(base, how, addresses, dialect, limits, clock);
  }

  public Endpoint withAddresses(AddressPolicy policy) {
    return new Endpoint(base, authentication, policy, dialect, limits, clock);
  }

  public Endpoint speaking(Dialect how) {
    return new Endpoint(base, authentication, addresses, how, limits, clock);
  }

  public Endpoint within(Limits most) {
    return new Endpoint(base, authentication, addresses, dialect, most, clock);
  }

  public Endpoint withClock(InstantSource other) {
    return new Endpoint(base, authentication, addresses, dialect, limits, other);
  }

  /** The account, to be closed by the caller; opens no connection yet. */
  public HttpService open() {
    return new HttpService(this);
  }

  Origin origin() {
    return Origin.of(base);
  }
}
