// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Options of an invented service: one of each type, and each rule. */
final class Service {
  enum Mode {
    PREFER,
    VERIFY_FULL
  }

  static final Option<Secret> URL = Option.secret("url", "svc://.+", "an address svc://host");
  static final Option<String> HOST =
      Option.text("host", "[a-z0-9.-]+", "a host name").describedAs("Name of the host.");
  static final Option<Integer> PORT =
      Option.integer("port", 1, 65_535).describedAs("Port of the host.").orElse(5432);
  static final Option<String> USER = Option.text("user");
  static final Option<Secret> PASSWORD = Option.secret("password").describedAs("Password | key.");
  static final Option<Mode> MODE = Option.choice("tls-mode", Mode.class).orElse(Mode.PREFER);
  static final Option<Boolean> COMPRESS = Option.flag("compress").orElse(true);
  static final Option<Duration> TIMEOUT =
      Option.duration("timeout", Duration.ofSeconds(1), Duration.ofHours(1))
          .orElse(Duration.ofSeconds(90));
  static final Option<List<String>> TABLES = Option.texts("tables").orElse(List.of());
  static final Option<URI> PROXY = Option.uri("proxy", "https", "http");
  static final Option<String> REGION =
      Option.text("region").describedAs("Where it runs.").required();

  static final Options OPTIONS =
      Options.of(URL, HOST, PORT, USER, PASSWORD, MODE, COMPRESS, TIMEOUT, TABLES, PROXY, REGION)
          .oneOf(URL, HOST)
          .bundled(USER, PASSWORD)
          .requires(PORT, HOST);

  private Service() {}
}
