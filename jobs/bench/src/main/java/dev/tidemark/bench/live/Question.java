// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.live;

/** What a job is asked about itself. */
enum Question {
  /** CPU time of its process, in nanoseconds. */
  CPU,
  /** Bytes in the heap after full collections. */
  HEAP,
  /** Threads there are. */
  THREADS,
  /** Fetches of streams made up for benchmarks. */
  POLLS,
  /** When a real source was read. */
  FETCHES,
  /** To begin a recording. */
  RECORD,
  /** To leave the recording in a file and end it. */
  DUMP;

  static Question of(String line) {
    return valueOf(line.split(" ")[0]);
  }

  static String argument(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }
}
