// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.testkit.stage.VolumeScenes;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** However much there is to read, memory is that of a page, and everything ends when told. */
final class IsBounded implements Contract {
  private static final int PAGE = 1_000;
  private static final long PAGE_BYTES = 1 << 20;
  private static final long HEAP = 64L << 20;
  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  @Override
  public String checks() {
    return "a million records within a fixed heap; cancelled within 2 s; no thread left when"
        + " closed";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    new ThreadsLeft(candidate, findings).examine();
    Optional<VolumeScenes> scenes = findings.scenes(candidate, VolumeScenes.class);
    if (scenes.isPresent()) {
      cancels(candidate, scenes.get(), findings);
      reads(candidate, scenes.get(), findings);
    }
  }

  private static void reads(Candidate candidate, VolumeScenes scenes, Findings findings) {
    String stream = scenes.largest();
    int records = Math.min(scenes.most(), Integer.getInteger("tidemark.records", 1_000_000));
    if (!findings.played(stream, scenes.fill(records))) {
      return;
    }
    if (records < 1_000_000) {
      findings.leftOut("stream " + stream + " was filled with " + records + " records only");
    }
    try (Connector connector = candidate.open()) {
      long before = used();
      long read = read(connector, stream, candidate.now(), findings);
      long grown = used() - before;
      if (grown > HEAP) {
        findings.broken(
            "after reading %d records of %s the heap held %d MB more"
                .formatted(read, stream, grown >> 20),
            "keep nothing beyond the page: no whole result, no set of keys");
      }
      if (read < records) {
        findings.broken(
            "of %d records of %s %d came".formatted(records, stream, read), "read on to the end");
      }
    }
    findings.proved();
  }

  private static long read(Connector connector, String stream, Instant upper, Findings findings) {
    ReadPosition position = ReadPosition.at(Cursor.start());
    long read = 0;
    boolean more = true;
    while (more) {
      Fetched page = connector.fetch(new FetchRequest(stream, position, upper, PAGE, PAGE_BYTES));
      size(page, findings);
      read += page.changes().size();
      position = page.next();
      more = page.more();
    }
    return read;
  }

  private static void size(Fetched page, Findings findings) {
    long bytes = 0;
    long largest = 0;
    for (Change change : page.changes()) {
      bytes += change.payload().length();
      largest = Math.max(largest, change.payload().length());
    }
    if (bytes - largest > PAGE_BYTES) {
      findings.broken(
          "a page held %d records of %d bytes".formatted(page.changes().size(), bytes),
          "end a page at FetchRequest.maximumBytes");
    }
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void cancels(Candidate candidate, VolumeScenes scenes, Findings findings) {
    if (!findings.played("requests", scenes.hang())) {
      return;
    }
    end(candidate, "interrupted", (connector, reader) -> reader.interrupt(), findings);
    end(candidate, "closed", (connector, reader) -> connector.close(), findings);
    scenes.release();
    findings.proved();
  }

  /** How a fetch that hangs is made to end. */
  private interface Ending {
    void make(Connector connector, Thread reader);
  }

  private static void end(Candidate candidate, String how, Ending ending, Findings findings) {
    Connector connector = candidate.open();
    try {
      CountDownLatch begun = new CountDownLatch(1);
      Thread reader = new Thread(() -> fetch(candidate, connector, begun), "conformance reader");
      reader.setDaemon(true);
      reader.start();
      begun.await(AT_ONCE.toSeconds(), TimeUnit.SECONDS);
      reader.join(300);
      long began = System.nanoTime();
      ending.make(connector, reader);
      reader.join(AT_ONCE.toMillis());
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      if (reader.isAlive() || took.compareTo(AT_ONCE.plusMillis(500)) > 0) {
        findings.broken(
            "a fetch that was " + how + " went on for more than " + AT_ONCE.toSeconds() + " s",
            "end what waits when the thread is interrupted or the connector is closed");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      connector.close();
    }
  }

  private static void fetch(Candidate candidate, Connector connector, CountDownLatch begun) {
    begun.countDown();
    try {
      new Reading(candidate, connector, candidate.streams().get(0).name(), PAGE).page();
    } catch (ConnectorException | IllegalStateException ended) {
      // That it ends is what counts.
    }
  }
}
