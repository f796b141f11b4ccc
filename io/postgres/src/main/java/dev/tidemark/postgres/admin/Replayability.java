// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.admin;

/** Whether a rejected record can be read again, and what to do where it cannot. */
public enum Replayability {
  /** Its stream went on without it, and it does not count. */
  POSSIBLE("can be read again", ""),
  /** Somebody asked already. */
  WAITING("was asked for already and waits for its stream's reader", ""),
  /** It was read again and counts. */
  COUNTED("was read again and counts", ""),
  /** Every pass shows it. */
  SHOWN_AGAIN(
      "is shown by its source at every pass",
      "nothing needs to be read again: it counts as soon as it can be used"),
  /** Kept before it was noted whether its stream went on without it. */
  NOT_NOTED(
      "was kept by a release that did not note whether its stream went on without it",
      "reading it again might count it twice: use 'tidemark connector reset' to read everything"
          + " again"),
  /** The connector reads another account now. */
  LEFT_BEHIND(
      "is of an account its connector does not read any more",
      "connect that account again to go on with its streams");

  private final String meaning;
  private final String remedy;

  Replayability(String meaning, String remedy) {
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** What it says of a record, as the rest of a sentence. */
  public String meaning() {
    return meaning;
  }

  /** What to do, or why nothing is to be done; empty where there is nothing to say. */
  public String remedy() {
    return remedy;
  }
}
