// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import dev.tidemark.embedded.EmbeddedServer;
import dev.tidemark.postgres.DatabaseAccess;
import java.util.Optional;

/**
 * Tidemark's database while a command uses it: one the user runs, or the embedded one, which is
 * started if it does not run and stopped at the end if nobody else uses it.
 */
public final class OpenDatabase implements AutoCloseable {
  private final DatabaseAccess access;
  private final Optional<EmbeddedServer> server;

  private OpenDatabase(DatabaseAccess access, Optional<EmbeddedServer> server) {
    this.access = access;
    this.server = server;
  }

  /** The embedded server of a data folder. */
  static OpenDatabase embedded(DataFolder folder, String key) {
    EmbeddedServer server = EmbeddedServer.at(folder.created().server()).start();
    // The password stays in its file: what travels with a job is only where it is.
    DatabaseAccess access =
        DatabaseAccess.at(url(server)).withPassword("file:" + server.passwordFile()).withKey(key);
    return new OpenDatabase(access, Optional.of(server));
  }

  private static String url(EmbeddedServer server) {
    return server.jdbcUrl() + "?user=" + server.user();
  }

  /** A database somewhere else. */
  static OpenDatabase at(String url, String key) {
    try {
      return new OpenDatabase(DatabaseAccess.at(url).withKey(key), Optional.empty());
    } catch (IllegalArgumentException malformed) {
      throw new CommandFailure("--database-url: " + malformed.getMessage(), malformed);
    }
  }

  /** How to reach it. */
  public DatabaseAccess access() {
    return access;
  }

  /** The embedded server, where that is what it is. */
  public Optional<EmbeddedServer> server() {
    return server;
  }

  @Override
  public void close() {
    server.ifPresent(EmbeddedServer::close);
  }
}
