// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

/**
 * What the company gets better at. Each has a curve: the share of things, people or events it is
 * true of, at the beginning of the year, at its end, and after minutes and weeks of the present.
 */
public enum Practice {
  /** Assets with an owner. */
  OWNED(0.35, 0.70, 0.84, 0.95),
  /** Assets whose sensitivity is known. */
  CLASSIFIED(0.20, 0.55, 0.80, 0.95),
  /** Assets described, with their columns. */
  DESCRIBED(0.15, 0.50, 0.75, 0.90),
  /** Derived assets whose origin is recorded. */
  TRACED(0.30, 0.65, 0.80, 0.95),
  /** Sensitive assets under the retention policy of their class. */
  RETAINED(0.10, 0.40, 0.60, 0.85),
  /** Assets somebody vouches for. */
  CERTIFIED(0.10, 0.35, 0.45, 0.70),
  /** Shared assets under contract. */
  CONTRACTED(0.05, 0.30, 0.40, 0.70),
  /** Assets that are checked. */
  CHECKED(0.15, 0.50, 0.65, 0.90),
  /** Checks that pass. */
  PASSING(0.93, 0.975, 0.985, 0.993),
  /** Runs that succeed. */
  RELIABLE(0.92, 0.97, 0.985, 0.995),
  /** Sensitive columns that are masked. */
  MASKED(0.25, 0.60, 0.78, 0.92),
  /** Assets that are open to outsiders, approved or not. */
  CLOSED(0.94, 0.985, 0.995, 0.999),
  /** People who sign in with a second factor or through single sign-on. */
  STRONG_LOGIN(0.55, 0.88, 0.95, 0.99),
  /** Grants nobody needs that have been revoked. */
  TIDY(0.10, 0.45, 0.60, 0.90),
  /** Changes to data objects made by automation. */
  AUTOMATED(0.30, 0.65, 0.75, 0.95),
  /** People who use data, of those who may, on a working day. */
  ADOPTED(0.20, 0.38, 0.50, 0.60),
  /** Models that are registered, with version and owner. */
  REGISTERED(0.40, 0.75, 0.85, 0.98),
  /** Releases of models evaluated before. */
  EVALUATED(0.25, 0.65, 0.80, 0.95),
  /** Models with a record of data and code. */
  REPRODUCIBLE(0.20, 0.55, 0.70, 0.95),
  /** Models that are watched. */
  MONITORED(0.20, 0.50, 0.75, 0.95),
  /** Models whose risks have been assessed. */
  ASSESSED(0.15, 0.45, 0.60, 0.90),
  /** Requests to models through a gateway that guards them. */
  GUARDED(0.30, 0.70, 0.85, 0.97),
  /** Spending that has an owner. */
  ALLOCATED(0.45, 0.75, 0.82, 0.95),
  /** Spending that is not idle. */
  BUSY(0.60, 0.80, 0.85, 0.93),
  /** What the platforms' own security checks say. */
  POSTURE(0.45, 0.68, 0.74, 0.88);

  private final double begin;
  private final double present;
  private final double soon;
  private final double later;

  Practice(double begin, double present, double soon, double later) {
    this.begin = begin;
    this.present = present;
    this.soon = soon;
    this.later = later;
  }

  /** The level a year before the present. */
  double begin() {
    return begin;
  }

  /** The level when the present begins. */
  double present() {
    return present;
  }

  /** The level some minutes later. */
  double soon() {
    return soon;
  }

  /** The level a quarter of a year later, and from then on. */
  double later() {
    return later;
  }
}
