// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.lineage;

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

/** OpenLineage run events posted to whoever keeps lineage. */
public final class LineageType implements OutletType {
  static final Option<URI> ADDRESS =
      Option.uri("address", "https", "http")
          .describedAs("Where run events are posted to, such as https://host/api/v1/lineage.")
          .required();
  static final Option<Secret> API_KEY =
      Option.secret("api-key").describedAs("Sent as a bearer token, where one is asked for.");
  static final Option<String> NAMESPACE =
      Option.text("namespace").describedAs("The namespace of jobs.").orElse("tidemark");
  static final Option<Duration> REQUEST_TIMEOUT =
      Option.duration("request-timeout", Duration.ofSeconds(1), Duration.ofSeconds(30))
          .describedAs("How long the receiver may take to answer.")
          .orElse(Duration.ofSeconds(15));

  private static final Options OPTIONS =
      Options.of(
          ADDRESS, API_KEY, NAMESPACE, TRIES, REQUEST_TIMEOUT, HttpOptions.ALLOW_PRIVATE_ADDRESSES);

  @Override
  public String name() {
    return "openlineage";
  }

  @Override
  public String title() {
    return "OpenLineage run events: what each stream read in each hour";
  }

  @Override
  public Options options() {
    return OPTIONS;
  }

  @Override
  public Set<EventType> usual() {
    return EnumSet.of(EventType.STREAM_READ);
  }

  @Override
  public Set<EventType> possible() {
    return EnumSet.of(EventType.STREAM_READ);
  }

  @Override
  public Outlet open(Settings settings) {
    return new LineageOutlet(settings);
  }
}
