// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import dev.tidemark.console.access.Token;
import dev.tidemark.console.resource.Api;
import dev.tidemark.console.resource.Route;
import dev.tidemark.console.web.EarlyFailures;
import dev.tidemark.console.web.Failures;
import dev.tidemark.console.web.OriginGuard;
import dev.tidemark.console.web.SecurityHeaders;
import dev.tidemark.console.web.Site;
import dev.tidemark.postgres.DatabaseAccess;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * The console's server: a REST API over a migrated database, described at {@code /openapi.json},
 * and the web page where the build has one. For any number of callers; stopped when closed.
 */
public final class Console implements AutoCloseable {
  /** How long a link can be used. */
  public static final Duration LINK_GOOD = Duration.ofHours(24);

  /** Answers are compressed each time: the quickest level gets most of it. */
  private static final int COMPRESSION = 1;

  private static final int FEWEST_CONNECTIONS = 4;
  private static final int MOST_CONNECTIONS = 16;

  private final Javalin server;
  private final Api api;
  private final ConsoleAddress address;

  private Console(Javalin server, Api api, ConsoleAddress address) {
    this.server = server;
    this.api = api;
    this.address = address;
  }

  /**
   * As many connections as keep a database busy that has processors as this machine: with more,
   * statements take turns on them, and the slowest wait longest. From four to 16.
   */
  public static int connections() {
    int busy = 2 * Runtime.getRuntime().availableProcessors();
    return Math.min(MOST_CONNECTIONS, Math.max(FEWEST_CONNECTIONS, busy));
  }

  /**
   * Starts serving.
   *
   * @param access with {@link #connections()} where nothing speaks for another number
   * @param installed what can be connected, and what would become of a score
   * @throws PortTakenException if somebody else listens there
   * @throws IllegalStateException naming what the database does not allow
   */
  public static Console start(ConsoleAddress address, DatabaseAccess access, Installed installed) {
    Api api = new Api(access, installed, address.origin());
    Javalin server = Javalin.create(config -> configure(config, api, address));
    try {
      api.requireParts();
      return new Console(server.start(address.host(), address.port()), api, address);
    } catch (JavalinBindException taken) {
      api.close();
      throw new PortTakenException(address.port(), taken);
    } catch (RuntimeException refused) {
      api.close();
      throw refused;
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  /** Where people reach it. */
  public URI origin() {
    URI origin = address.origin();
    return origin == null ? URI.create("http://" + address.host() + ":" + port()) : origin;
  }

  /**
   * What a browser opens to be let in. The link stands behind the {@code #}, which no browser sends
   * to anybody: the page takes it and sends it as the body of {@code POST /api/session}.
   */
  public static URI entrance(URI origin, Token link) {
    return URI.create(origin + "/#link=" + link.reveal());
  }

  /**
   * What lets the first administrator in, once and for a day; to be shown to whoever started the
   * server and to nobody else. Empty once anybody was in.
   */
  public Optional<Token> firstLink() {
    return api.accounts().firstLink(LINK_GOOD);
  }

  /** Everything that can be asked for, as method and path. */
  public List<String> routes() {
    return api.routes().stream().map(Route::toString).toList();
  }

  @Override
  public void close() {
    server.stop();
    api.close();
  }

  private static void configure(JavalinConfig config, Api api, ConsoleAddress address) {
    config.showJavalinBanner = false;
    config.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.gzipOnlyCompression(COMPRESSION);
    config.jetty.modifyHttpConfiguration(Console::configure);
    config.jetty.modifyServer(server -> server.setErrorHandler(new EarlyFailures()));
    OriginGuard guard = OriginGuard.at(address.origin());
    config.router.mount(
        routing -> {
          routing.before(context -> prepare(context, guard));
          api.routes().forEach(it -> routing.addHttpHandler(it.method(), it.path(), it.handler()));
        });
    Failures.answer(config.router, Site.ofThisBuild());
  }

  private static void configure(HttpConfiguration http) {
    http.setSendServerVersion(false);
    // Otherwise a header that begins like an earlier one of its connection takes over that one's
    // upper and lower case, and a token is another token.
    http.setHeaderCacheCaseSensitive(true);
  }

  /** A head alone would be answered without looking at who asks. */
  private static void prepare(Context context, OriginGuard guard) {
    SecurityHeaders.add(context);
    guard.check(context);
    if (context.req().getMethod().equals("HEAD")) {
      throw new MethodNotAllowedResponse();
    }
  }
}
