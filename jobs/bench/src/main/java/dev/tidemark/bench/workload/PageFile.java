// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * The pages of a workload in a file that is mapped into memory: page after page of each variant,
 * records of equal length side by side. Safe for use by several threads.
 */
public final class PageFile {
  private final Workload workload;
  private final ByteBuffer bytes;

  private PageFile(Workload workload, ByteBuffer bytes) {
    this.workload = workload;
    this.bytes = bytes;
  }

  /** Writes the pages; the same seed gives the same pages. */
  public static void write(Workload workload, long seed, Path file) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (int variant = 0; variant < workload.variants(); variant++) {
        SplittableRandom random = new SplittableRandom(seed * 31 + variant);
        for (int page = 0; page < workload.pages(); page++) {
          writePage(workload, page, random, out);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the pages cannot be written to " + file, failure);
    }
  }

  private static void writePage(
      Workload workload, int page, SplittableRandom random, OutputStream out) throws IOException {
    RecordText text = new RecordText(workload.recordBytes(), random);
    Duration slice = workload.slice();
    for (int i = 0; i < workload.records(); i++) {
      int number = page * workload.records() + i;
      Duration into = Duration.ofNanos(random.nextLong(slice.toNanos()));
      int metric = workload.spread().metric(random, workload.metrics(), number);
      out.write(text.record(number, workload.begin(page).plus(into), metric));
    }
  }

  /** The pages of a file. */
  public static PageFile map(Workload workload, Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      return new PageFile(workload, channel.map(MapMode.READ_ONLY, 0, channel.size()));
    } catch (IOException failure) {
      throw new UncheckedIOException("the pages of " + file + " cannot be read", failure);
    }
  }

  /** A copy of one record, as a client has after it read an answer. */
  public byte[] record(int stream, int page, int number) {
    int variant = stream % workload.variants();
    int index = (variant * workload.pages() + page) * workload.records() + number;
    byte[] record = new byte[workload.recordBytes()];
    bytes.get(index * workload.recordBytes(), record);
    return record;
  }
}
