// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.webhook;

import dev.tidemark.http.HttpOptions;
import dev.tidemark.outlet.EventType;
import dev.tidemark.outlet.Outlet;
import dev.tidemark.outlet.OutletType;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Secret;
import dev.tidemark.spi.options.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** CloudEvents posted to an address of HTTP, signed. */
public final class WebhookType implements OutletType {
  private static final String SECRET_FORM = "whsec_[A-Za-z0-9+/]{32,86}={0,2}";
  private static final String SECRET_WORDS =
      "whsec_ and 24 to 64 random bytes as Base64, such as: echo whsec_$(openssl rand -base64 32)";

  static final Option<URI> ADDRESS =
      Option.uri("address", "https", "http")
          .describedAs("Where events are posted to. Its path is never shown, it may be a secret.")
          .required();
  static final Option<Secret> SECRET =
      Option.secret("secret", SECRET_FORM, SECRET_WORDS)
          .describedAs("What deliveries are signed with; the receiver has the same.")
          .required();
  static final Option<Secret> PREVIOUS_SECRET =
      Option.secret("previous-secret", SECRET_FORM, SECRET_WORDS)
          .describedAs("The secret before, with which deliveries are signed as well meanwhile.");
  static final Option<Duration> REQUEST_TIMEOUT =
      Option.duration("request-timeout", Duration.ofSeconds(1), Duration.ofSeconds(30))
          .describedAs("How long the receiver may take to answer.")
          .orElse(Duration.ofSeconds(15));

  private static final Options OPTIONS =
      Options.of(
          ADDRESS,
          SECRET,
          PREVIOUS_SECRET,
          TRIES,
          REQUEST_TIMEOUT,
          HttpOptions.ALLOW_PRIVATE_ADDRESSES);

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public String title() {
    return "CloudEvents 1.0 posted as JSON, signed by the Standard Webhooks specification";
  }

  @Override
  public Options options() {
    return OPTIONS;
  }

  @Override
  public Set<EventType> usual() {
    return EnumSet.complementOf(EnumSet.of(EventType.STREAM_READ, EventType.WINDOW_COMMITTED));
  }

  @Override
  public Set<EventType> possible() {
    return EnumSet.complementOf(EnumSet.of(EventType.WINDOW_COMMITTED));
  }

  @Override
  public Outlet open(Settings settings) {
    return new WebhookOutlet(settings);
  }
}
