// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * PostgreSQL servers that the tests of a JVM share, without durability.
 *
 * <p>A server starts when first asked for and is stopped, and its folder deleted, when the JVM
 * ends. What a killed JVM left behind is cleared away by the next one. Safe for any number of
 * threads.
 */
public final class TestServer {

  private static final Map<Integer, EmbeddedServer> BY_MAJOR = new ConcurrentHashMap<>();

  private TestServer() {}

  /** The initialisation-on-demand holder: starts at first use, once. */
  private static final class Shared {
    static final EmbeddedServer SERVER = start(plan -> plan);
  }

  /** The one server of the PostgreSQL version that Tidemark embeds. */
  public static EmbeddedServer shared() {
    return Shared.SERVER;
  }

  /**
   * The one server of PostgreSQL {@code major}, whose binaries are on the class path or where the
   * system property {@code tidemark.embedded.binaries} says.
   */
  public static EmbeddedServer ofMajor(int major) {
    return BY_MAJOR.computeIfAbsent(major, it -> start(plan -> plan.withMajor(it)));
  }

  /** A new empty database on {@link #shared}: one for each test class, or for each test. */
  public static Database freshDatabase() {
    return shared().freshDatabase();
  }

  private static EmbeddedServer start(UnaryOperator<ServerPlan> choice) {
    try {
      Path folder = TestFolders.next();
      EmbeddedServer server = choice.apply(EmbeddedServer.at(folder).withoutDurability()).start();
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
