// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Turns what the driver reports into a category and a message with a remedy. The account's own
 * messages are repeated where they name objects, never where they may quote what was sent.
 */
record Failures(Account account) {
  private static final int LONGEST = 300;
  private static final Pattern HTTP_STATUS = Pattern.compile("(?i)(?:status|code)\\D{0,4}(\\d{3})");

  ConnectorException of(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 390100, 390144, 390303, 390318, 394304, 394400, 200045, 200069, 390101, 390195 ->
          of(Category.AUTH, refused(failure), failure);
      case 390102, 390106, 390108, 390422, 390432 ->
          of(
              Category.AUTH,
              who() + " may not log in: " + said(failure) + ": ask an administrator",
              failure);
      case 390189, 390186 -> of(Category.PERMISSION, roleMissing(), failure);
      case 390201, 390190, 606, 2043 -> of(Category.PERMISSION, warehouseMissing(), failure);
      case 3001, 2003, 2140 -> of(Category.PERMISSION, said(failure) + ": " + grants(), failure);
      case 904, 1003, 2025 ->
          of(
              Category.UNSUPPORTED,
              "the account does not know what is asked: " + said(failure),
              failure);
      case 604, 630, 200005 ->
          of(
              Category.TRANSIENT,
              "a statement was cancelled or took too long: raise the option statement-timeout",
              failure);
      case 390111, 390112, 390113, 390114, 390115, 390110 ->
          of(Category.TRANSIENT, "the session has ended: it is opened again", failure);
      case 250001, 390420 -> of(Category.NOT_FOUND, accountMissing(), failure);
      default -> other(failure);
    };
  }

  /** Whether the session is gone, so that a new one would do. */
  static boolean isSessionGone(SQLException failure) {
    int code = failure.getErrorCode();
    return (code >= 390110 && code <= 390115) || code == 200052;
  }

  /** Whether what was asked for does not exist or must not be seen. */
  static boolean isInvisible(SQLException failure) {
    int code = failure.getErrorCode();
    return code == 2003 || code == 2043 || code == 3001;
  }

  /** Whether a statement names a column that is gone. */
  static boolean isUnknownColumn(SQLException failure) {
    return failure.getErrorCode() == 904;
  }

  ConnectorException invisible(View view) {
    String role = view.role().title();
    if (view.isEnterprise()) {
      return ConnectorException.of(
          Category.UNSUPPORTED,
          view.path()
              + " cannot be seen: the account is of the Standard edition, or "
              + view.role().grantTo(account.role()));
    }
    return ConnectorException.of(
        Category.PERMISSION,
        view.path()
            + " cannot be seen by role "
            + account.role()
            + ", which lacks "
            + role
            + ": "
            + view.role().grantTo(account.role()));
  }

  private ConnectorException other(SQLException failure) {
    int status = httpStatus(failure);
    if (status == 429) {
      return of(Category.RATE_LIMITED, tooMuch(), failure);
    }
    if (status == 404 || status == 403) {
      return of(Category.NOT_FOUND, accountMissing(), failure);
    }
    if (has(failure, Restraint.StrayException.class)) {
      return of(Category.CONFIG, strays(), failure);
    }
    if (has(failure, SSLException.class)) {
      return of(
          Category.CONFIG,
          account.name() + " and the connector do not agree on encryption: check the option url",
          failure);
    }
    return byState(failure, Optional.ofNullable(failure.getSQLState()).orElse(""));
  }

  private ConnectorException byState(SQLException failure, String state) {
    if (state.startsWith("08") || state.startsWith("58") || status5xx(failure)) {
      return of(Category.TRANSIENT, unreachable(), failure);
    }
    return switch (failure.getErrorCode()) {
      case 200001, 200002, 200015, 200016, 200022, 200062, 290000 ->
          of(Category.TRANSIENT, unreachable(), failure);
      default ->
          of(
              Category.INTERNAL,
              account.name() + " answered " + code(failure) + ": please report it",
              failure);
    };
  }

  private String refused(SQLException failure) {
    return account.name()
        + " did not accept "
        + account.who()
        + " ("
        + code(failure)
        + "): "
        + account.credential().remedy();
  }

  private String who() {
    return account.who() + " of " + account.name();
  }

  String roleMissing() {
    return "role "
        + account.role()
        + " does not exist or is not granted to "
        + account.who()
        + ": GRANT ROLE "
        + account.role()
        + " TO USER "
        + (account.user() == null ? "<user>" : account.user());
  }

  String warehouseMissing() {
    return "warehouse "
        + account.warehouse()
        + " does not exist or may not be used: GRANT USAGE ON WAREHOUSE "
        + account.warehouse()
        + " TO ROLE "
        + account.role();
  }

  private String accountMissing() {
    return "there is no account "
        + account.name()
        + " at "
        + account.jdbcUrl().substring("jdbc:snowflake://".length())
        + ": correct the option account or url";
  }

  /** The account does not state for how long. */
  private String tooMuch() {
    return account.name()
        + " asks to send less: nothing to do, it is asked again later; if this goes on, see what"
        + " else logs in as "
        + account.who();
  }

  private String strays() {
    return account.name()
        + " leads to another host, which is not followed: correct the option account or url";
  }

  /** Why the first attempt failed the driver forgets over the second one. */
  private String unreachable() {
    try {
      account.hosts().forEach(Failures::lookUp);
    } catch (UncheckedIOException unknown) {
      return accountMissing();
    }
    return account.name()
        + " cannot be reached: check the options account and url, proxies and firewalls";
  }

  private static void lookUp(String host) {
    try {
      InetAddress.getByName(host);
    } catch (UnknownHostException unknown) {
      throw new UncheckedIOException(unknown);
    }
  }

  private String grants() {
    return "see which of the grants in the connector's README is missing for role "
        + account.role();
  }

  private static boolean status5xx(SQLException failure) {
    int status = httpStatus(failure);
    return status >= 500 && status < 600;
  }

  private static int httpStatus(SQLException failure) {
    var status = HTTP_STATUS.matcher(String.valueOf(failure.getMessage()));
    return status.find() ? Integer.parseInt(status.group(1)) : 0;
  }

  /** The cause is kept without its message, which may quote what was sent. */
  private static ConnectorException of(Category category, String message, SQLException failure) {
    SQLException cause =
        new SQLException(code(failure), failure.getSQLState(), failure.getErrorCode());
    cause.setStackTrace(failure.getStackTrace());
    return ConnectorException.of(category, message, cause);
  }

  private static String code(SQLException failure) {
    return "error %06d, SQLSTATE %s".formatted(failure.getErrorCode(), failure.getSQLState());
  }

  /** What the account says of a statement: it names objects of the account and the place. */
  private static String said(SQLException failure) {
    String message = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
    return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
