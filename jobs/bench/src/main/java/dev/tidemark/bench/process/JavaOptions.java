// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.process;

import java.util.List;

/**
 * The options of every measured Java virtual machine: those {@code tidemark up} runs with.
 *
 * @param words without what Flink reaches into, which is the same for all as well
 */
public record JavaOptions(List<String> words) {
  public JavaOptions {
    words = List.copyOf(words);
  }

  /** As shipped. */
  public static JavaOptions shipped() {
    return new JavaOptions(List.of("-Xmx1g", "-XX:+ExitOnOutOfMemoryError", "-Xshare:auto"));
  }

  /** For processes that live for seconds. */
  public static JavaOptions brief() {
    return new JavaOptions(
        List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
  }
}
