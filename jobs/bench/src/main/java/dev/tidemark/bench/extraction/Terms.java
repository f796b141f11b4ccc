// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.extraction;

import dev.tidemark.bench.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a server shows and how it answers.
 *
 * @param name one word
 * @param workload its pages; those before the measured ones are shown at once
 * @param latency between a request and its answer
 * @param perSecond requests it allows; 0 for any number
 */
public record Terms(String name, Workload workload, Duration latency, int perSecond) {
  private static final String SEPARATOR = " ";

  /** In one line, with the file the pages are in, for {@link #parse}. */
  String text() {
    return String.join(
        SEPARATOR,
        name,
        workload.text(),
        Long.toString(latency.toMillis()),
        Integer.toString(perSecond));
  }

  static Terms parse(String text) {
    String[] parts = text.split(SEPARATOR);
    return new Terms(
        parts[0],
        Workload.parse(parts[1]),
        Duration.ofMillis(Long.parseLong(parts[2])),
        Integer.parseInt(parts[3]));
  }

  /** Requests for all measured pages. */
  long requests() {
    return (long) workload.streams() * (workload.pages() - workload.primed());
  }

  Path pages(Path folder) {
    return folder.resolve(workload.name() + ".pages");
  }
}
