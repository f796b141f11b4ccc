// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.health;

import dev.tidemark.job.local.JobState;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Serves {@code /health/live}, {@code /health/ready} and {@code /metrics}, without asking who asks.
 *
 * <ul>
 *   <li>live: this process answers; whoever sees it fail may kill and restart it
 *   <li>ready: the job runs and the database answers
 * </ul>
 */
public final class HealthServer implements AutoCloseable {
  /** The address only this machine reaches. */
  public static final String HERE = "127.0.0.1";

  private final Javalin server;

  private HealthServer(Javalin server) {
    this.server = server;
  }

  /** Starts serving on this machine's own address. */
  public static HealthServer start(int port, Supplier<Vitals> vitals) {
    return start(HERE, port, vitals);
  }

  /**
   * Starts serving.
   *
   * @param host the address of this machine to listen at
   * @param port 0 for a free one
   * @param vitals read at every request; its failures mean not ready
   * @throws IllegalStateException naming the port if it is taken
   */
  public static HealthServer start(String host, int port, Supplier<Vitals> vitals) {
    OpenMetrics metrics = new OpenMetrics(vitals);
    Javalin server =
        Javalin.create(config -> config.showJavalinBanner = false)
            .get("/health/live", context -> context.json(Map.of("status", "up")))
            .get("/health/ready", context -> ready(context, vitals))
            .get("/metrics", context -> measured(context, metrics));
    try {
      return new HealthServer(server.start(host, port));
    } catch (JavalinBindException taken) {
      throw new IllegalStateException(
          "Port " + port + " is in use. Name another with --port, or 0 for a free one.", taken);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  private static void measured(Context context, OpenMetrics metrics) {
    OpenMetrics.Text text = metrics.text(context.header("Accept"));
    context.contentType(text.contentType()).result(text.body().array());
  }

  private static void ready(Context context, Supplier<Vitals> vitals) {
    JobState state = state(vitals);
    boolean ready = state == JobState.RUNNING;
    context
        .status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .json(
            Map.of("status", ready ? "up" : "down", "job", state.name().toLowerCase(Locale.ROOT)));
  }

  private static JobState state(Supplier<Vitals> vitals) {
    try {
      return vitals.get().engine().state();
    } catch (RuntimeException databaseAway) {
      return JobState.UNKNOWN;
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
