// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.harness;

import dev.tidemark.bench.contestant.Table;
import dev.tidemark.bench.workload.WrongResultException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a contestant wrote, held to what the oracle says.
 *
 * @param rows in order
 */
public record FinalTable(List<String> rows) {
  /** Reads a table whole. */
  public static FinalTable of(Connection connection, Table table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (PreparedStatement question = connection.prepareStatement(table.rows());
        ResultSet answer = question.executeQuery()) {
      while (answer.next()) {
        rows.add(row(answer));
      }
    }
    rows.sort(null);
    return new FinalTable(rows);
  }

  private static String row(ResultSet answer) throws SQLException {
    return String.join(
        "|",
        answer.getString("stream"),
        answer.getString("pipeline"),
        answer.getString("day"),
        answer.getString("records"),
        answer.getString("errors"));
  }

  /** Of all rows in order. */
  String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      rows.forEach(row -> digest.update((row + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Holds it to another.
   *
   * @throws WrongResultException naming the first row that differs
   */
  public void require(FinalTable expected, String who) {
    if (hash().equals(expected.hash())) {
      return;
    }
    for (int i = 0; i < Math.max(rows.size(), expected.rows.size()); i++) {
      String is = i < rows.size() ? rows.get(i) : "nothing";
      String wanted = i < expected.rows.size() ? expected.rows.get(i) : "nothing";
      if (!is.equals(wanted)) {
        throw new WrongResultException(who, is, wanted);
      }
    }
  }
}
