// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.MaturityPipeline;
import dev.tidemark.job.command.Messages;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.local.Engine;
import dev.tidemark.job.local.FlinkJob;
import dev.tidemark.job.local.Submission;
import dev.tidemark.maturity.card.Style;
import dev.tidemark.model.stream.PipelineJob;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.News;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.beam.sdk.Pipeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the pipeline on an engine and stays in front of it until the end. */
final class LiveRun {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);
  private static final Duration TO_CANCEL = Duration.ofSeconds(20);
  private static final Duration TO_ANSWER = Duration.ofSeconds(5);

  private final OpenDatabase opened;
  private final LiveOptions options;
  private final Messages output;
  private final Optional<TerminalSize> terminal;
  private final Screen screen;

  LiveRun(OpenDatabase opened, LiveOptions options, Messages output) {
    this.opened = opened;
    this.options = options;
    this.output = output;
    this.terminal = TerminalSize.attached();
    this.screen =
        terminal
            .<Screen>map(size -> new TerminalScreen(output.writer(), size))
            .orElseGet(() -> new LineScreen(output, Clock.systemUTC()));
  }

  /** Says what is being done. */
  void step(String text) {
    screen.step(text);
  }

  /** Says what must stay to be read. */
  void keep(String text) {
    screen.keep(text);
  }

  /** Runs until the end; answers the exit code. */
  int on(Engine engine, StopSignal stop) {
    try (Administration administration = Administration.of(watching())) {
      PipelineJob job = administration.jobs().start(place(engine));
      FlinkJob flink = engine.run(Submission.name(job), graph(job));
      LOG.info("job {} runs on Flink at {} as {}", job.epoch(), engine.address(), flink.id());
      Ending ending = watched(administration, job, flink, stop);
      finish(engine, flink);
      // On somebody else's cluster it goes on without us.
      if (engine.endsWithProcess() || flink.state().isOver()) {
        administration.jobs().end(job);
      }
      return ending.exit();
    }
  }

  /** Watching neither waits long for the database nor takes connections from the job. */
  private DatabaseAccess watching() {
    return opened.access().withConnections(2).withPatience(TO_ANSWER);
  }

  private Consumer<Pipeline> graph(PipelineJob job) {
    return pipeline -> MaturityPipeline.build(pipeline, opened.access(), job);
  }

  private Ending watched(
      Administration administration, PipelineJob job, FlinkJob flink, StopSignal stop) {
    try (News feed = new News(opened.access().location(), News.SCORES);
        Database database = watching().database();
        Serving serving =
            Serving.on(options.port(), new VitalSigns(database, new EngineSigns(flink)))) {
      serving.announce(output);
      Watch watch =
          new Watch(administration, database, job, flink, feed, screen, style(), stop, until());
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
