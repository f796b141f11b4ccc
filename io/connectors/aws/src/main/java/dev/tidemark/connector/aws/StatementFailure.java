// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.redshiftdata.model.DescribeStatementResponse;
import software.amazon.awssdk.services.redshiftdata.model.StatusString;

/**
 * Why a statement has no result: the service answers that it failed, and gives the database's own
 * words.
 */
final class StatementFailure {
  private static final int LONGEST = 200;

  private StatementFailure() {}

  static ConnectorException of(DescribeStatementResponse ended, Warehouse warehouse) {
    String where = "a statement on " + warehouse.address();
    if (ended.status() != StatusString.FAILED) {
      return ConnectorException.of(
          Category.TRANSIENT, where + " was cancelled by somebody: it is tried again");
    }
    String words = words(ended.error());
    return ConnectorException.of(
        category(words.toLowerCase(Locale.ROOT)), where + " failed: " + words + remedy(words));
  }

  /** The driver says the same words, and a state where the connection itself is in question. */
  static ConnectorException of(SQLException failure, Warehouse warehouse) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    String words = words(failure.getMessage());
    String where = "a statement on " + warehouse.address() + " over a connection failed: ";
    if (words.contains("SSL")) {
      return ConnectorException.of(
          Category.CONFIG, where + words + ": check redshift-encryption, and who listens there");
    }
    if (state.startsWith("28")) {
      return ConnectorException.of(Category.AUTH, where + words + remedy("fatal: "));
    }
    return state.startsWith("08") || state.startsWith("57")
        ? ConnectorException.of(
            Category.TRANSIENT, where + words + ": check that the network leads there")
        : ConnectorException.of(
            category(words.toLowerCase(Locale.ROOT)), where + words + remedy(words));
  }

  private static Category category(String words) {
    if (words.contains("permission denied") || words.contains("not authorized")) {
      return Category.PERMISSION;
    }
    if (words.contains("database") && words.contains("does not exist")) {
      return Category.CONFIG;
    }
    if (words.contains("does not exist")) {
      return Category.UNSUPPORTED;
    }
    return words.startsWith("fatal:") || words.contains("authentication")
        ? Category.AUTH
        : Category.TRANSIENT;
  }

  private static String remedy(String words) {
    return switch (category(words.toLowerCase(Locale.ROOT))) {
      case PERMISSION -> ": grant it to the database user the connector is";
      case CONFIG -> ": correct the option redshift";
      case AUTH -> ": check who may log in to the database";
      default -> "";
    };
  }

  /** The first line, which names what is wrong; the others quote the statement. */
  private static String words(@Nullable String error) {
    String first = error == null ? "no reason given" : error.strip().lines().findFirst().orElse("");
    return first.length() > LONGEST ? first.substring(0, LONGEST) : first;
  }
}
