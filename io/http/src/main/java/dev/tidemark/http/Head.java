// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An answer without its body.
 *
 * @param from the address that answered, after redirects
 * @param at when it arrived, by this machine's clock
 */
public record Head(URI from, int status, HttpHeaders headers, Instant at) {
  public Head {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(at, "at");
  }

  /** The first header of that name. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The source's own clock when it answered. */
  public Optional<Instant> date() {
    return header("Date").flatMap(HttpDate::parse);
  }

  /** Whether the answer is the same as the one a condition was about. */
  public boolean isUnchanged() {
    return status == 304;
  }

  /** What the next call can be made conditional with. */
  public Validator validator() {
    return new Validator(header("ETag").orElse(null), header("Last-Modified").orElse(null));
  }

  boolean hasBody() {
    return status != 204 && status != 205 && !isUnchanged();
  }

  boolean isSuccess() {
    return status / 100 == 2 || isUnchanged();
  }

  /** Headers may hold secrets. */
  @Override
  public String toString() {
    return status + " from " + Origin.of(from);
  }
}
