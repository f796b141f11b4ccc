// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import java.util.Set;
import org.slf4j.LoggerFactory;

/** What a failure says to a person. */
final class Message {
  /**
   * Failures whose message is written for people. By name, as not all of their packages need to be
   * seen from here.
   */
  private static final Set<String> OURS =
      Set.of(
          "CommandFailure",
          "FlinkException",
          "EmbeddedServerException",
          "ConnectorException",
          "LedgerException",
          "InvalidDocumentException",
          "SettingsException");

  private Message() {}

  /** The failure's own words where they were meant for people, else where to read on. */
  static String of(Throwable failure) {
    String words = failure.getMessage();
    if (words != null && isForPeople(failure)) {
      LoggerFactory.getLogger(Message.class).info("failed", failure);
      return words;
    }
    LoggerFactory.getLogger(Message.class).error("failed unexpectedly", failure);
    return "this should not have happened: "
        + failure.getClass().getSimpleName()
        + (words == null ? "" : ": " + words)
        + ". The details are in "
        + LogFile.path()
        + "; please report it with them.";
  }

  private static boolean isForPeople(Throwable failure) {
    return OURS.contains(failure.getClass().getSimpleName())
        || ((failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException)
            && isThrownByUs(failure));
  }

  /** What our own classes refuse, they refuse in words for people; others in words for us. */
  private static boolean isThrownByUs(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith("dev.tidemark.");
  }
}
