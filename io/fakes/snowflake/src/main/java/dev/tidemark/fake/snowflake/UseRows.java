// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.organisation.Asset;
import dev.tidemark.testkit.organisation.Login;
import dev.tidemark.testkit.organisation.Query;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows about how the account is used: statements, what they read and wrote, logins.
 *
 * @param rows where they go
 */
record UseRows(Rows rows) {
  private static final Duration QUERIES = Duration.ofMinutes(45);
  private static final Duration ACCESSES = Duration.ofHours(3);
  private static final Duration LOGINS = Duration.ofHours(2);

  void query(Query query) {
    @Nullable Asset touched =
        query.writes() != null
            ? query.writes()
            : query.reads().isEmpty() ? null : query.reads().get(0);
    rows.add(
        "QUERY_HISTORY",
        rows.row(query, QUERIES)
            .put("QUERY_ID", query.id())
            .put("QUERY_TEXT", "/* not kept */")
            .put("DATABASE_NAME", touched == null ? null : Naming.upper(touched.database()))
            .put("SCHEMA_NAME", touched == null ? null : Naming.upper(touched.schema()))
            .put("QUERY_TYPE", type(query.kind()))
            .put("SESSION_ID", Naming.id(query.by().login()))
            .put("USER_NAME", Naming.user(query.by()))
            .put("USER_TYPE", Naming.type(query.by()))
            .put("ROLE_NAME", query.grant() == null ? "R_ANALYST" : Naming.role(query.grant()))
            .put("WAREHOUSE_ID", 1L)
            .put("WAREHOUSE_NAME", "COMPUTE_1")
            .put("WAREHOUSE_SIZE", "X-Small")
            .put("QUERY_TAG", "")
            .put("EXECUTION_STATUS", query.failure() == null ? "SUCCESS" : "FAIL")
            .put("ERROR_MESSAGE", query.failure())
            .put("START_TIME", query.begun())
            .put("END_TIME", query.ended())
            .put("TOTAL_ELAPSED_TIME", Duration.between(query.begun(), query.ended()).toMillis())
            .put("BYTES_SCANNED", query.bytes())
            .put("ROWS_PRODUCED", query.rows())
            .put("IS_CLIENT_GENERATED_STATEMENT", false));
    if (query.failure() == null && !(query.reads().isEmpty() && query.writes() == null)) {
      access(query);
    }
  }

  private static String type(Query.Kind kind) {
    return switch (kind) {
      case SELECT -> "SELECT";
      case INSERT -> "INSERT";
      case CREATE -> "CREATE_TABLE";
      case ALTER -> "ALTER_TABLE_ADD_COLUMN";
      case GRANT -> "GRANT";
    };
  }

  private void access(Query query) {
    ArrayNode read = Json.array();
    query.reads().forEach(asset -> read.add(object(asset)));
    ArrayNode modified = Json.array();
    if (query.writes() != null && !query.isChange()) {
      modified.add(written(query.writes(), query.reads()));
    }
    rows.add(
        "ACCESS_HISTORY",
        rows.row(query, ACCESSES)
            .put("QUERY_ID", query.id())
            .put("QUERY_START_TIME", query.begun())
            .put("USER_NAME", Naming.user(query.by()))
            .put("DIRECT_OBJECTS_ACCESSED", read.toString())
            .put("BASE_OBJECTS_ACCESSED", read.toString())
            .put("OBJECTS_MODIFIED", modified.toString())
            .put("POLICIES_REFERENCED", "[]"));
  }

  private static ObjectNode object(Asset asset) {
    return Json.object()
        .put("objectDomain", asset.kind() == Asset.Kind.VIEW ? "View" : "Table")
        .put("objectId", Naming.id(asset))
        .put("objectName", Naming.path(asset));
  }

  private static ObjectNode written(Asset asset, List<Asset> sources) {
    ObjectNode object = object(asset);
    ObjectNode column = object.putArray("columns").addObject().put("columnName", "C");
    ArrayNode direct = column.putArray("directSources");
    sources.forEach(source -> direct.add(object(source).put("columnName", "C")));
    column.putArray("baseSources");
    return object;
  }

  void login(Login login) {
    boolean password =
        login.factor() == Login.Factor.PASSWORD || login.factor() == Login.Factor.SECOND_FACTOR;
    String first =
        password
            ? "PASSWORD"
            : login.factor() == Login.Factor.KEY ? "RSA_KEYPAIR" : "SAML2_ASSERTION";
    rows.add(
        "LOGIN_HISTORY",
        rows.row(login, LOGINS)
            .put("EVENT_ID", number(login.id()))
            .put("EVENT_TIMESTAMP", login.begun())
            .put("EVENT_TYPE", "LOGIN")
            .put("USER_NAME", Naming.user(login.by()))
            .put("CLIENT_IP", "192.0.2.1")
            .put(
                "REPORTED_CLIENT_TYPE",
                login.client().equals("browser") ? "SNOWFLAKE_UI" : "JDBC_DRIVER")
            .put("REPORTED_CLIENT_VERSION", "1")
            .put("FIRST_AUTHENTICATION_FACTOR", first)
            .put(
                "SECOND_AUTHENTICATION_FACTOR",
                login.factor() == Login.Factor.SECOND_FACTOR ? "DUO_PUSH" : null)
            .put("IS_SUCCESS", login.succeeded() ? "YES" : "NO"));
  }

  private static long number(String id) {
    return Long.parseLong(id.replace("-", "").substring(0, 15), 16);
  }
}
