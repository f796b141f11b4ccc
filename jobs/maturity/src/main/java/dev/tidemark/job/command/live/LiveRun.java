// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.health.HealthServer;
import dev.tidemark.job.local.Engine;
import dev.tidemark.job.local.FlinkJob;
import dev.tidemark.maturity.card.Style;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.database.Database;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the pipeline on an engine and stays in front of it until the end. */
final class LiveRun {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);
  private static final Duration TO_CANCEL = Duration.ofSeconds(20);

  private final OpenDatabase opened;
  private final LiveOptions options;
  private final Output output;
  private final Optional<TerminalSize> terminal;
  private final Screen screen;

  LiveRun(OpenDatabase opened, LiveOptions options, Output output) {
    this.opened = opened;
    this.options = options;
    this.output = output;
    this.terminal = TerminalSize.attached();
    this.screen =
        terminal
            .<Screen>map(size -> new TerminalScreen(output.writer(), size))
            .orElseGet(() -> new LineScreen(output, Clock.systemDefaultZone()));
  }

  /** Says what is being done. */
  void step(String text) {
    screen.step(text);
  }

  /** Runs until the end; answers the exit code. */
  int on(Engine engine, StopSignal stop) {
    try (Administration administration = Administration.of(opened.access())) {
      PipelineJob job = administration.jobs().start(place(engine));
      FlinkJob flink = engine.run("tidemark " + job.epoch(), Graph.of(opened.access(), job));
      LOG.info("job {} runs on Flink at {} as {}", job.epoch(), engine.address(), flink.id());
      Ending ending = watched(administration, job, flink, stop);
      finish(engine, flink);
      administration.jobs().end(job);
      return ending.exit();
    }
  }

  private Ending watched(
      Administration administration, PipelineJob job, FlinkJob flink, StopSignal stop) {
    try (ScoreFeed feed = new ScoreFeed(opened.access().location());
        Database database = opened.access().database();
        Serving serving = serve(new VitalSigns(database, flink))) {
      Watch watch =
          new Watch(
              administration, database, job, flink, feed, screen, style(), stop, until());
      Ending ending = watch.untilEnd();
      screen.end(watch.cards(), ending.message());
      return ending;
    }
  }

  private static void finish(Engine engine, FlinkJob flink) {
    if (engine.endsWithProcess()) {
      flink.cancel(TO_CANCEL);
    }
  }

  private Style style() {
    return terminal.isPresent() ? Style.COLOURED : Style.PLAIN;
  }

  private Optional<CatchingUp> until() {
    return options.until().map(caughtUp -> new CatchingUp(Clock.systemUTC()));
  }

  /** Something that may be served, and is not any more when closed. */
  private interface Serving extends AutoCloseable {
    @Override
    void close();
  }

  private Serving serve(VitalSigns vitals) {
    if (options.port().isEmpty()) {
      return () -> {};
    }
    HealthServer server = HealthServer.start(options.port().getAsInt(), vitals);
    output.note("health and metrics on http://127.0.0.1:" + server.port());
    return server::close;
  }

  private static String place(Engine engine) {
    return hostName() + ", Flink at " + engine.address();
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "this machine";
    }
  }
}
