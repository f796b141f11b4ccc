// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.database;

import dev.tidemark.spi.ledger.LedgerException;
import java.sql.SQLException;
import java.util.Set;

/** What a failed statement means: whether it passes by itself, and what to tell people. */
public final class Trouble {
  /** Serialisation failure, deadlock, and a statement stopped by an administrator. */
  private static final Set<String> TRY_AGAIN =
      Set.of("40001", "40P01", "55P03", "57P01", "57P02", "57P03", "53300", "25P03", "25006");

  private Trouble() {}

  /** Whether the same transaction may well succeed a little later. */
  static boolean passes(SQLException failure) {
    String state = state(failure);
    return state.startsWith("08") || TRY_AGAIN.contains(state);
  }

  /**
   * Whether it is what was to be written that the database would not take: trying again would not
   * help, leaving it out would.
   */
  public static boolean isData(LedgerException failure) {
    String state = failure.getCause() instanceof SQLException cause ? state(cause) : "";
    return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
  }

  static LedgerException explained(Location location, SQLException failure) {
    return new LedgerException(message(location, failure), failure);
  }

  private static String message(Location location, SQLException failure) {
    String state = state(failure);
    return switch (state) {
      case "28P01" ->
          location + " does not accept the password of " + location.user() + ": correct it";
      case "28000" ->
          location + " does not let " + location.user() + " in from here: see its pg_hba.conf";
      case "3D000" ->
          location + ": there is no database " + location.database() + ": create it first";
      case "42501" ->
          location + ": " + location.user() + " lacks a permission: " + firstLine(failure);
      default -> location + (state.startsWith("08") ? unreachable() : ": ") + firstLine(failure);
    };
  }

  private static String unreachable() {
    return " cannot be reached: check that it runs and that host and port are right: ";
  }

  /** The state of the innermost failure that has one: the pool wraps what the driver said. */
  static String state(SQLException failure) {
    String state = failure.getSQLState() == null ? "08000" : failure.getSQLState();
    return failure.getCause() instanceof SQLException cause ? state(cause) : state;
  }

  private static String firstLine(SQLException failure) {
    return failure.getCause() instanceof SQLException cause
        ? firstLine(cause)
        : String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
