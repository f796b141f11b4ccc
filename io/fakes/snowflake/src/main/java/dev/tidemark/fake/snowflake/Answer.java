// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers as drivers read them. */
final class Answer {
  /** What a SELECT is in the protocol. */
  private static final int SELECT = 4096;

  private Answer() {}

  static ObjectNode success(ObjectNode data) {
    ObjectNode answer = Json.object();
    answer.set("data", data);
    return answer.putNull("code").putNull("message").put("success", true);
  }

  static ObjectNode refused(String code, String message) {
    ObjectNode answer = Json.object();
    answer.putNull("data");
    return answer.put("code", code).put("message", message).put("success", false);
  }

  static ObjectNode failed(SqlFailure failure) {
    ObjectNode answer = Json.object();
    answer
        .putObject("data")
        .put("internalError", false)
        .put("errorCode", failure.code())
        .put("age", 0)
        .put("sqlState", failure.state())
        .put("queryId", UUID.randomUUID().toString())
        .put("line", -1)
        .put("pos", -1)
        .put("type", "COMPILATION");
    return answer
        .put("code", failure.code())
        .put("message", failure.message())
        .put("success", false);
  }

  /**
   * Rows.
   *
   * @param id the statement's
   * @param rowtype what its columns are
   */
  static ObjectNode rows(
      String id, ArrayNode rowtype, List<List<@Nullable String>> rows, Login login) {
    ObjectNode data = Json.object();
    data.putArray("parameters");
    data.set("rowtype", rowtype);
    ArrayNode rowset = data.putArray("rowset");
    rows.forEach(row -> rowset.add(row(row)));
    data.put("total", rows.size()).put("returned", rows.size()).put("queryId", id);
    data.putNull("databaseProvider").putNull("finalDatabaseName").putNull("finalSchemaName");
    data.put("finalWarehouseName", login.warehouse()).put("finalRoleName", login.role());
    data.put("numberOfBinds", 0).put("arrayBindSupported", false);
    data.put("statementTypeId", SELECT).put("version", 1).put("queryResultFormat", "json");
    return success(data);
  }

  static ArrayNode row(List<@Nullable String> cells) {
    ArrayNode row = Json.array();
    cells.forEach(row::add);
    return row;
  }
}
