// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Settings;
import java.net.URI;
import java.time.Duration;

/** Options every connector over HTTP has, declared once. */
public final class HttpOptions {
  public static final Option<URI> ADDRESS =
      Option.uri("address", "https", "http").describedAs("Address of the account.");
  public static final Option<Boolean> ALLOW_PRIVATE_ADDRESSES =
      Option.flag("allow-private-addresses")
          .describedAs(
              "Allows addresses of this network or machine, and connections without TLS: only for"
                  + " services one operates oneself.")
          .orElse(false);
  public static final Option<Duration> REQUEST_TIMEOUT =
      Option.duration("request-timeout", Duration.ofSeconds(1), Duration.ofMinutes(10))
          .describedAs("How long the source may take to begin an answer, or pause within one.")
          .orElse(Duration.ofSeconds(60));

  private HttpOptions() {}

  /** How many records a page is asked for, within what the source allows. */
  public static Option<Integer> pageSize(int most, int standard) {
    return Option.integer("page-size", 1, most)
        .describedAs("Records a page is asked for.")
        .orElse(standard);
  }

  /** What the settings allow to be reached. */
  public static AddressPolicy addresses(Settings settings) {
    return settings.require(ALLOW_PRIVATE_ADDRESSES)
        ? AddressPolicy.PRIVATE_TOO
        : AddressPolicy.PUBLIC;
  }

  /** The standard limits with the patience the settings ask for. */
  public static Limits limits(Settings settings) {
    return Limits.standard().withPatience(settings.require(REQUEST_TIMEOUT));
  }
}
