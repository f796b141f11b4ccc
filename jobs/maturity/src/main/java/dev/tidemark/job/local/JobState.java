// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

/** Where a Flink job stands, in words a person can use. */
public enum JobState {
  /** Accepted, not all of it runs yet. */
  STARTING,
  /** All of it runs. */
  RUNNING,
  /** Something failed and Flink starts it again from the last checkpoint. */
  RESTARTING,
  /** Asked to end, not yet ended. */
  STOPPING,
  /** Ended as asked. */
  CANCELLED,
  /** Ended by itself. */
  ENDED,
  /** Ended by a failure it does not recover from. */
  FAILED,
  /** The cluster does not answer. */
  UNKNOWN;

  /** Whether it will never run again. */
  public boolean isOver() {
    return this == CANCELLED || this == ENDED || this == FAILED;
  }

  /** The state Flink's REST interface calls by that name. */
  static JobState of(String flink) {
    return switch (flink) {
      case "INITIALIZING", "CREATED", "RECONCILING" -> STARTING;
      case "RUNNING" -> RUNNING;
      case "RESTARTING", "FAILING" -> RESTARTING;
      case "CANCELLING" -> STOPPING;
      case "CANCELED" -> CANCELLED;
      case "FINISHED" -> ENDED;
      case "FAILED" -> FAILED;
      default -> UNKNOWN;
    };
  }
}
