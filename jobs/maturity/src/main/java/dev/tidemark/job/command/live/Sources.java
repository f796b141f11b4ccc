// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.embedded.EmbeddedServer;
import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.connector.ConnectorDraft;
import dev.tidemark.job.command.connector.ConnectorTypes;
import dev.tidemark.spi.ConnectorType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** Sources named by an address on the command line, as connectors. */
final class Sources {
  /** The connector of the embedded server itself. */
  static final String OWN = "own-database";

  private static final String TYPE = "postgresql";
  static final String URL = "url";
  static final String IDENTITY = "identity";

  private Sources() {}

  /** The connector an address stands for, named after host and database. */
  static ConnectorDraft at(String url, String organisation) {
    if (!url.matches("postgres(ql)?://.+")) {
      throw new CommandFailure(
          "--source takes postgresql://user:password@host:port/database; other platforms are"
              + " connected with 'tidemark connector add FILE'.");
    }
    return draft(Map.of(URL, url), organisation, name(url));
  }

  /**
   * The connector of the embedded server.
   *
   * @param identity what it is known by, whatever port it has today
   */
  static ConnectorDraft own(EmbeddedServer server, String organisation, String identity) {
    String password = URLEncoder.encode(server.password().reveal(), StandardCharsets.UTF_8);
    String login = server.user() + ":" + password;
    String url = server.jdbcUrl().replace("jdbc:postgresql://", "postgresql://" + login + "@");
    return draft(Map.of(URL, url, IDENTITY, identity), organisation, OWN);
  }

  private static ConnectorDraft draft(Map<String, Object> raw, String organisation, String name) {
    ConnectorType type = ConnectorTypes.of(TYPE);
    return new ConnectorDraft(
        organisation, type, name, raw, type.description().options().parse(raw), Set.of(), Map.of());
  }

  private static String name(String url) {
    try {
      URI uri = URI.create(url);
      String host = uri.getHost() == null ? "postgresql" : uri.getHost();
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return host + port + (uri.getPath() == null ? "" : uri.getPath());
    } catch (IllegalArgumentException malformed) {
      // The message of the parser would repeat the password.
      throw new CommandFailure(
          "--source: the address cannot be read. Write"
              + " postgresql://user:password@host:port/database and percent-encode special"
              + " characters: @ is %40, / is %2F, # is %23.");
    }
  }
}
