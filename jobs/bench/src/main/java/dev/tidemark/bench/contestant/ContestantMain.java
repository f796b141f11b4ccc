// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.contestant;

import dev.tidemark.bench.process.Answers;
import dev.tidemark.bench.workload.Course;
import dev.tidemark.bench.workload.Meter;
import dev.tidemark.bench.workload.PageFile;
import dev.tidemark.job.command.LogFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The process of one contestant: takes rounds, one by one, and answers each with what it spent. */
@Command(name = "contestant")
public final class ContestantMain implements Callable<Integer> {
  @Parameters private Entry entry;
  @Parameters private Path scratch;
  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ContestantMain()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    LogFile.in(scratch);
    Answers.endWithParent();
    try (Contestant contestant = entry.prepared(scratch)) {
      Answers.give(
          "ready",
          spec.commandLine().getOut(),
          line -> spent(contestant, Round.parse(line)).text());
    }
    return 0;
  }

  private Spent spent(Contestant contestant, Round round) throws Exception {
    PageFile pages = PageFile.map(round.workload(), round.pages());
    Course course = Course.begin(round.workload(), pages, round.burntNanos());
    try (Arrival arrival = Arrival.in(entry.table(), round);
        Profile profile = Profile.to(round.recording())) {
      Contestant.Reading reading = contestant.begin(round);
      course.awaitPrimed();
      Quiet.await();
      profile.begin();
      course.open();
      course.awaitEnd();
      arrival.await();
      Meter spent = Meter.started().since(course.meter());
      reading.stop();
      return new Spent(round.workload().measuredRecords(), spent);
    }
  }

  /** A profile of the measured part of a round. */
  private record Profile(jdk.jfr.Recording recording, String file) implements AutoCloseable {
    static Profile to(String file) throws IOException, java.text.ParseException {
      return new Profile(
          new jdk.jfr.Recording(jdk.jfr.Configuration.getConfiguration("profile")), file);
    }

    void begin() {
      if (!file.isEmpty()) {
        recording.start();
      }
    }

    @Override
    public void close() throws IOException {
      if (!file.isEmpty()) {
        recording.dump(Path.of(file));
      }
      recording.close();
    }
  }
}
