// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one PostgreSQL server the tests of a JVM share, without durability.
 *
 * <p>It starts when first asked for and is stopped, and its folder deleted, when the JVM ends. What
 * a killed JVM left behind is cleared away by a later one. Safe for any number of threads.
 */
public final class TestServer {

  private static final String PREFIX = "tidemark-test-server-";

  private TestServer() {}

  /** The initialisation-on-demand holder: starts at first use, once. */
  private static final class Shared {
    static final EmbeddedServer SERVER = TestServer.start();
  }

  /** The shared server, of the newest PostgreSQL on the class path. */
  public static EmbeddedServer shared() {
    return Shared.SERVER;
  }

  /** A new empty database on the shared server: one for each test class, or for each test. */
  public static Database freshDatabase() {
    return shared().freshDatabase();
  }

  private static EmbeddedServer start() {
    try {
      Path folder = Files.createTempDirectory(PREFIX);
      EmbeddedServer server = EmbeddedServer.at(folder).withoutDurability().start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(server)));
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException("no folder for a test server", failure);
    }
  }

  private static void discard(EmbeddedServer server) {
    server.stop(StopMode.IMMEDIATE);
    try {
      Tree.delete(server.dataDirectory());
    } catch (IOException failure) {
      throw new UncheckedIOException("a test server's folder stays behind", failure);
    }
  }
}
