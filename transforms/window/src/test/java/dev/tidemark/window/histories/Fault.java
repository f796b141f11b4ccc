// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.window.histories;

/** A rule of the protocol left out, to see that the histories find it. */
public enum Fault {
  /** Nothing is left out. */
  NONE,
  /** A commit is accepted though the row carries another lease. */
  LEASE,
  /** A commit is accepted though the row is not at the sequence it was built on. */
  BASE,
  /** A page under another lease does not make the fold reload. */
  RELOAD,
  /** A restored reader reads on from what it remembers instead of from the row. */
  REREAD,
  /** A commit is not all or nothing. */
  ATOMIC,
  /** A page is applied though it does not start where the last one ended. */
  CONTINUITY,
  /** The old tail stays while a pass that settled some of it is still running. */
  TRIM,
  /** What is committed resumes inside the tail. */
  RESTART,
  /** What was passed over or read again is not marked by the commit that moves on from it. */
  MARK,
  /** A page of records that are read again is taken for one of a pass. */
  BESIDE
}
