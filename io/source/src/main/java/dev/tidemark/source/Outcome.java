// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.source;

/** What a step of polling a stream came to; each is counted. */
enum Outcome {
  /** A page was read. */
  PAGE("pages"),
  /** A pass showed nothing new. */
  IDLE("idle_polls"),
  /** A poll failed. */
  FAILED("failed_polls"),
  /** The source asked to wait. */
  RATE_LIMITED("rate_limited_polls"),
  /** The day's budget of the connector is spent. */
  RESTED("rested_polls"),
  /** The ledger did not answer. */
  LEDGER_DOWN("ledger_failures"),
  /** The lease was lost to nobody, or to another instance of this job. */
  LEASE_LOST("lost_leases"),
  /** The stream is read by another instance of this job: this one let go. */
  HANDED_OVER("streams_handed_over"),
  /** A later job reads the stream: this one let go. */
  SUPERSEDED("streams_superseded"),
  /** The connector was changed, paused or removed. */
  WITHDRAWN("streams_withdrawn"),
  /** The instance that read the stream was shut down. */
  CLOSED("streams_closed");

  private final String counter;

  Outcome(String counter) {
    this.counter = counter;
  }

  /** Name of the counter. */
  String counter() {
    return counter;
  }
}
