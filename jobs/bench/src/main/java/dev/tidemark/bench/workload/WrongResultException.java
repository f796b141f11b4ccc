// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

/** A contestant's table is not what the oracle says: its figures mean nothing. */
public final class WrongResultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Saying what is wrong. */
  public WrongResultException(String message) {
    super(message + ": a wrong result, so no figure is printed.");
  }

  /** Saying whose row differs. */
  public WrongResultException(String who, String is, String wanted) {
    super(
        who
            + " wrote a wrong result, so no figure is printed: where"
            + " stream|pipeline|day|records|errors should be "
            + wanted
            + ", its table has "
            + is
            + ".");
  }
}
