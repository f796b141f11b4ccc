// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import static dev.tidemark.fake.snowflake.Recipe.Mark.NUMBER;
import static dev.tidemark.fake.snowflake.Recipe.Mark.TEXT;
import static dev.tidemark.fake.snowflake.Recipe.Mark.TIME;
import static dev.tidemark.fake.snowflake.Recipe.part;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A recipe for each stream whose records can be made. */
final class Recipes {
  private static final Instant PAST = Instant.parse("2026-01-01T00:00:00Z");
  private static final String OBJECT =
      "[{\"objectDomain\":\"Table\",\"objectId\":1,\"objectName\":\"MADE.MADE.SOURCE\"}]";
  private static final String WRITTEN =
      "[{\"objectDomain\":\"Table\",\"objectId\":2,\"objectName\":\"MADE.MADE.TARGET\",\"columns\":"
          + "[{\"columnName\":\"C\",\"directSources\":[{\"objectDomain\":\"Table\",\"objectId\":1,"
          + "\"objectName\":\"MADE.MADE.SOURCE\",\"columnName\":\"C\"}],\"baseSources\":[]}]}]";

  private static final Recipe.Part TABLE =
      part("TABLES")
          .put("TABLE_ID", NUMBER)
          .put("TABLE_NAME", TEXT)
          .put("TABLE_SCHEMA_ID", 901L)
          .put("TABLE_SCHEMA", "MADE")
          .put("TABLE_CATALOG_ID", 902L)
          .put("TABLE_CATALOG", "MADE")
          .put("TABLE_OWNER", "R_MADE")
          .put("TABLE_TYPE", "BASE TABLE")
          .put("ROW_COUNT", 1L)
          .put("BYTES", 1L)
          .put("RETENTION_TIME", 1L)
          .put("COMMENT", "made")
          .put("CREATED", PAST)
          .put("LAST_ALTERED", PAST)
          .put("LAST_DDL", PAST)
          .put("IS_DYNAMIC", "NO")
          .put("IS_ICEBERG", "NO")
          .put("IS_HYBRID", "NO");

  private static final List<Recipe> ALL =
      List.of(
          Recipe.of(
              "tables",
              TABLE,
              part("COLUMNS")
                  .put("COLUMN_ID", NUMBER)
                  .put("TABLE_ID", NUMBER)
                  .put("COLUMN_NAME", "C")
                  .put("COMMENT", "made")),
          Recipe.of(
              "columns",
              tag("COLUMN", NUMBER, "DATA_CLASSIFICATION", "SENSITIVE"),
              part("POLICY_REFERENCES")
                  .put("POLICY_KIND", "MASKING_POLICY")
                  .put("REF_DATABASE_NAME", "MADE")
                  .put("REF_SCHEMA_NAME", "MADE")
                  .put("REF_ENTITY_NAME", TEXT)
                  .put("REF_ENTITY_DOMAIN", "TABLE")
                  .put("REF_COLUMN_NAME", "C")
                  .put("POLICY_STATUS", "ACTIVE")),
          Recipe.of(
              "tag_references",
              TABLE,
              tag("TABLE", NUMBER, "DATA_CLASSIFICATION", "SENSITIVE"),
              tag("SCHEMA", 901L, "DATA_CLASSIFICATION", "INTERNAL"),
              tag("DATABASE", 902L, "CERTIFIED", "true")),
          Recipe.of(
              "table_storage_metrics",
              part("TABLE_STORAGE_METRICS")
                  .put("ID", NUMBER)
                  .put("TABLE_CATALOG_ID", NUMBER)
                  .put("TABLE_CATALOG", TEXT)
                  .put("ACTIVE_BYTES", 1L)
                  .put("TIME_TRAVEL_BYTES", 1L)
                  .put("FAILSAFE_BYTES", 1L)
                  .put("RETAINED_FOR_CLONE_BYTES", 1L)
                  .put("DELETED", false)),
          Recipe.of(
              "object_dependencies",
              part("OBJECT_DEPENDENCIES")
                  .put("REFERENCING_OBJECT_ID", NUMBER)
                  .put("REFERENCING_DATABASE", "MADE")
                  .put("REFERENCING_SCHEMA", "MADE")
                  .put("REFERENCING_OBJECT_NAME", TEXT)
                  .put("REFERENCING_OBJECT_DOMAIN", "VIEW")
                  .put("REFERENCED_OBJECT_ID", 1L)
                  .put("DEPENDENCY_TYPE", "BY_NAME")),
          Recipe.of("grants_to_shares", TABLE),
          Recipe.of(
              "users",
              part("USERS")
                  .put("USER_ID", NUMBER)
                  .put("NAME", TEXT)
                  .put("TYPE", "PERSON")
                  .put("DISABLED", "false")
                  .put("HAS_MFA", true)
                  .put("LAST_SUCCESS_LOGIN", PAST)
                  .put("EXPIRES_AT", Instant.parse("2036-01-01T00:00:00Z")),
              part("GRANTS_TO_USERS").put("ROLE", "SYSADMIN").put("GRANTEE_NAME", TEXT)),
          Recipe.of(
              "query_history",
              part("QUERY_HISTORY")
                  .put("QUERY_ID", TEXT)
                  .put("DATABASE_NAME", "MADE")
                  .put("QUERY_TYPE", "SELECT")
                  .put("USER_NAME", "MADE")
                  .put("USER_TYPE", "PERSON")
                  .put("ROLE_NAME", "R_MADE")
                  .put("QUERY_TAG", "made")
                  .put("EXECUTION_STATUS", "SUCCESS")
                  .put("START_TIME", TIME)
                  .put("END_TIME", TIME)
                  .put("TOTAL_ELAPSED_TIME", 1L)
                  .put("BYTES_SCANNED", 1L)
                  .put("ROWS_PRODUCED", 1L)
                  .put("IS_CLIENT_GENERATED_STATEMENT", false)),
          Recipe.of(
              "login_history",
              part("LOGIN_HISTORY")
                  .put("EVENT_ID", NUMBER)
                  .put("EVENT_TIMESTAMP", TIME)
                  .put("EVENT_TYPE", "LOGIN")
                  .put("USER_NAME", "MADE")
                  .put("REPORTED_CLIENT_TYPE", "SNOWFLAKE_UI")
                  .put("FIRST_AUTHENTICATION_FACTOR", "PASSWORD")
                  .put("SECOND_AUTHENTICATION_FACTOR", "DUO_PUSH")
                  .put("IS_SUCCESS", "YES"),
              part("USERS").put("USER_ID", NUMBER).put("NAME", "MADE").put("TYPE", "PERSON")),
          access("access_history"),
          access("access_lineage"),
          Recipe.of(
              "table_dml_history",
              part("TABLE_DML_HISTORY")
                  .put("TABLE_ID", NUMBER)
                  .put("TABLE_NAME", TEXT)
                  .put("SCHEMA_NAME", "MADE")
                  .put("DATABASE_NAME", "MADE")
                  .put("START_TIME", TIME)
                  .put("END_TIME", TIME)
                  .put("ROWS_ADDED", 1L)
                  .put("ROWS_REMOVED", 1L)
                  .put("ROWS_UPDATED", 1L)),
          Recipe.of(
              "task_history",
              part("TASK_HISTORY")
                  .put("NAME", TEXT)
                  .put("SCHEMA_NAME", "MADE")
                  .put("DATABASE_NAME", "MADE")
                  .put("SCHEDULED_TIME", TIME)
                  .put("QUERY_START_TIME", TIME)
                  .put("COMPLETED_TIME", TIME)
                  .put("STATE", "FAILED")
                  .put("RUN_ID", NUMBER)
                  .put("ATTEMPT_NUMBER", 1L)),
          Recipe.of(
              "copy_history",
              part("COPY_HISTORY")
                  .put("FILE_NAME", TEXT)
                  .put("STAGE_LOCATION", "s3://made/")
                  .put("LAST_LOAD_TIME", TIME)
                  .put("ROW_COUNT", 1L)
                  .put("ERROR_COUNT", 0L)
                  .put("STATUS", "Loaded")
                  .put("TABLE_ID", 1L)
                  .put("PIPE_CATALOG_NAME", "MADE")
                  .put("PIPE_SCHEMA_NAME", "MADE")
                  .put("PIPE_NAME", "MADE")
                  .put("PIPE_RECEIVED_TIME", TIME)),
          Recipe.of(
              "warehouse_metering_history",
              part("WAREHOUSE_METERING_HISTORY")
                  .put("WAREHOUSE_ID", NUMBER)
                  .put("WAREHOUSE_NAME", "MADE_WH")
                  .put("START_TIME", TIME)
                  .put("END_TIME", TIME)
                  .put("CREDITS_USED", 1.5)
                  .put("CREDITS_USED_COMPUTE", 1.0)
                  .put("CREDITS_USED_CLOUD_SERVICES", 0.5)
                  .put("CREDITS_ATTRIBUTED_COMPUTE_QUERIES", 0.5),
              part("TAG_REFERENCES")
                  .put("TAG_NAME", "COST_CENTER")
                  .put("TAG_VALUE", "made")
                  .put("OBJECT_NAME", "MADE_WH")
                  .put("DOMAIN", "WAREHOUSE")),
          Recipe.of(
              "data_quality",
              part("DATA_QUALITY_MONITORING_EXPECTATION_STATUS")
                  .put("MEASUREMENT_TIME", TIME)
                  .put("TABLE_NAME", "MADE")
                  .put("TABLE_SCHEMA", "MADE")
                  .put("TABLE_DATABASE", "MADE")
                  .put("METRIC_NAME", "NULL_COUNT")
                  .put("METRIC_DATABASE", "SNOWFLAKE")
                  .put("REFERENCE_ID", TEXT)
                  .put("EXPECTATION_ID", TEXT)
                  .put("EXPECTATION_VIOLATED", false)),
          Recipe.of(
              "cortex_usage",
              part("CORTEX_AI_FUNCTIONS_USAGE_HISTORY")
                  .put("QUERY_ID", TEXT)
                  .put("FUNCTION_NAME", "COMPLETE")
                  .put("MODEL_NAME", "made")
                  .put("START_TIME", TIME)
                  .put("END_TIME", TIME)
                  .put("USER_ID", "MADE")
                  .put(
                      "METRICS",
                      "[{\"key\":{\"metric\":\"input\",\"unit\":\"tokens\"},\"value\":1}]")
                  .put("CREDITS", 0.5)));

  private Recipes() {}

  static Optional<Recipe> find(String stream) {
    return ALL.stream().filter(recipe -> recipe.stream().equals(stream)).findFirst();
  }

  /** The time a view of what happens is read by, and what tells its rows apart. */
  static Optional<List<String>> order(Shape shape) {
    return ALL.stream()
        .filter(recipe -> recipe.shape().equals(shape) && !recipe.time().isEmpty())
        .findFirst()
        .map(Recipe::order);
  }

  static List<Recipe> all() {
    return ALL;
  }

  private static Recipe access(String stream) {
    return Recipe.of(
        stream,
        part("ACCESS_HISTORY")
            .put("QUERY_ID", TEXT)
            .put("QUERY_START_TIME", TIME)
            .put("USER_NAME", "MADE")
            .put("DIRECT_OBJECTS_ACCESSED", OBJECT)
            .put("BASE_OBJECTS_ACCESSED", OBJECT)
            .put("OBJECTS_MODIFIED", WRITTEN),
        part("USERS").put("USER_ID", NUMBER).put("NAME", "MADE").put("TYPE", "PERSON"));
  }

  private static Recipe.Part tag(String domain, Object object, String name, String value) {
    return part("TAG_REFERENCES")
        .put("TAG_NAME", name)
        .put("TAG_VALUE", value)
        .put("OBJECT_DATABASE", "MADE")
        .put("OBJECT_SCHEMA", "MADE")
        .put("OBJECT_ID", object)
        .put("OBJECT_NAME", TEXT)
        .put("DOMAIN", domain)
        .put("COLUMN_ID", object)
        .put("COLUMN_NAME", "C");
  }
}
