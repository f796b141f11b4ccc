// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns what the driver reports into a category and a message with a remedy. */
record Failures(Account account) {
  ConnectorException of(SQLException failure, String database) {
    String state = Optional.ofNullable(failure.getSQLState()).orElse("");
    String where = "database '" + database + "' on " + account.hostAndPort();
    return switch (state) {
      case "28P01" -> auth(failure, "did not accept the password: correct the option password");
      case "28000" -> auth(failure, "refused the login: check role and pg_hba.conf");
      case "08004" -> rejected(failure);
      case "3D000" ->
          of(Category.NOT_FOUND, where + " does not exist: correct the option database", failure);
      case "42501" ->
          of(Category.PERMISSION, where + ": " + said(failure) + ": " + grant(database), failure);
      case "57014" ->
          transientFailure(where + " took too long: raise the option statement-timeout", failure);
      case "55P03" ->
          transientFailure(where + ": something needed is locked: it is tried again", failure);
      default -> byClass(state, where, failure);
    };
  }

  /** What the connector's role lacks, as the statement that gives it. */
  String grantMonitor() {
    return "GRANT pg_monitor TO " + quoted(account.user());
  }

  String grantConnect(String database) {
    return "GRANT CONNECT ON DATABASE " + quoted(database) + " TO " + quoted(account.user());
  }

  private ConnectorException byClass(String state, String where, SQLException failure) {
    String kind = state.length() < 2 ? "" : state.substring(0, 2);
    return switch (kind) {
      case "08", "57" -> unreachable(failure);
      case "53" ->
          transientFailure(
              account.hostAndPort()
                  + " has no connection or memory to spare ("
                  + said(failure)
                  + "): raise max_connections or close idle sessions",
              failure);
      case "40", "25", "55" -> transientFailure(where + ": " + said(failure), failure);
      case "42", "0A" ->
          of(
              Category.UNSUPPORTED,
              where + " does not know what PostgreSQL 14 to 18 do: " + said(failure),
              failure);
      default -> of(Category.INTERNAL, where + ": " + said(failure), failure);
    };
  }

  private ConnectorException unreachable(SQLException failure) {
    if (has(failure, UnknownHostException.class)) {
      return transientFailure(
          "the host name " + account.host() + " is unknown: correct the option host or url",
          failure);
    }
    if (has(failure, SSLException.class)) {
      return of(
          Category.CONFIG,
          account.hostAndPort()
              + " and the connector do not agree on encryption: check sslmode and sslrootcert",
          failure);
    }
    return transientFailure(
        account.hostAndPort()
            + " cannot be reached"
            + during(failure)
            + ": check that PostgreSQL runs there, and host, port and firewalls",
        failure);
  }

  private ConnectorException rejected(SQLException failure) {
    return account.password() == null
        ? auth(failure, "asks for a password and none was given: set the option password")
        : of(
            Category.CONFIG,
            account.hostAndPort() + " refused the connection: check sslmode and how it logs in",
            failure);
  }

  private ConnectorException auth(SQLException failure, String what) {
    return of(Category.AUTH, account.hostAndPort() + " " + what, failure);
  }

  private static ConnectorException transientFailure(String message, SQLException failure) {
    return of(Category.TRANSIENT, message, failure);
  }

  /** The cause is kept without its message, which may quote what the server was sent. */
  private static ConnectorException of(Category category, String message, SQLException failure) {
    SQLException cause = new SQLException("SQLSTATE " + failure.getSQLState());
    cause.setStackTrace(failure.getStackTrace());
    return ConnectorException.of(category, message, cause);
  }

  private String grant(String database) {
    return grantConnect(database) + "; " + grantMonitor();
  }

  private static String during(SQLException failure) {
    return serverMessage(failure) == null ? "" : " (" + said(failure) + ")";
  }

  /** The server's primary message; it names objects, never values. */
  private static String said(SQLException failure) {
    String message = serverMessage(failure);
    return message == null ? "SQLSTATE " + failure.getSQLState() : message;
  }

  private static @Nullable String serverMessage(SQLException failure) {
    ServerErrorMessage message =
        failure instanceof PSQLException known ? known.getServerErrorMessage() : null;
    return message == null ? null : message.getMessage();
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
