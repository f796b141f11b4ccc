// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static dev.tidemark.authoring.Column.flag;
import static dev.tidemark.authoring.Column.integer;
import static dev.tidemark.authoring.Column.person;
import static dev.tidemark.authoring.Column.text;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.model.asset.Precedence;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.StreamKind;
import java.time.Duration;
import java.util.List;

/** The streams that are statements on databases of Redshift; each has its text as a resource. */
final class RedshiftStreams {
  private static final Duration HOURLY = Duration.ofHours(1);

  static final SqlSnapshot TABLES =
      new SqlSnapshot(
          snapshot(
              "redshift_tables",
              "Tables and views of Redshift: owner, comments, shares",
              List.of(MetricNames.ASSET_STATE, MetricNames.EXPOSURE)),
          List.of(
              text("schema_name", "its schema"),
              text("table_name", "its name"),
              text("table_type", "table or view, in small letters"),
              flag("commented", "whether it has a comment"),
              flag("owned", "whether somebody owns it who is no superuser; null if not seen"),
              integer("column_count", "how many columns it has"),
              integer("columns_described", "how many of them have a comment"),
              integer("shares", "how many shares of other accounts it is part of")),
          List.of("schema_name", "table_name"),
          TableEvents::table);

  static final SqlSnapshot STORAGE =
      new SqlSnapshot(
          snapshot(
              "redshift_storage",
              "Storage of Redshift by database: tables with rows, rows, size",
              List.of(MetricNames.ASSET_SIZE)),
          List.of(
              integer("table_count", "tables that hold rows"),
              integer("row_count", "their rows, those marked for deletion as well"),
              integer("megabytes", "how many blocks of a megabyte they take")),
          List.of(),
          TableEvents::storage);

  static final SqlSnapshot USERS =
      new SqlSnapshot(
          snapshot(
              "redshift_users",
              "Users of Redshift: who may log in, and who is a superuser",
              List.of(MetricNames.ENTITLED, MetricNames.PRIVILEGED)),
          List.of(
              integer("user_id", "unique within the warehouse"),
              person("user_name", "who it is, as a hash"),
              flag("superuser", "whether nothing is forbidden to it"),
              flag("creates_databases", "whether it may create databases")),
          List.of("user_id"),
          UserEvents::user);

  static final SqlTimeline QUERIES =
      new SqlTimeline(
          hourly(
              "redshift_queries",
              "Statements on Redshift by hour: use, failures, changes of objects, superusers at"
                  + " work",
              List.of(
                  MetricNames.QUERY,
                  MetricNames.OBJECT_CHANGE,
                  MetricNames.SCHEMA_CHANGE,
                  MetricNames.USED)),
          List.of(
              person("user_name", "who ran them, as a hash"),
              flag("superuser", "whether that is a superuser now"),
              text("status", "success, failed or canceled"),
              text("sort", "use of rows, change of an object, or other"),
              text("shape", "whether columns or tables were added or gone; none of both else"),
              integer("statement_count", "how many there were")),
          List.of("user_name", "status", "sort", "shape"),
          UseEvents::queried);

  static final SqlTimeline READS =
      new SqlTimeline(
          hourly(
              "redshift_reads",
              "Reads of Redshift tables by hour",
              List.of(MetricNames.ASSET_READ, MetricNames.ASSET_STATE)),
          List.of(
              text("schema_name", "the table's schema"),
              text("table_name", "its name"),
              person("user_name", "who read it, as a hash"),
              integer("read_count", "statements that scanned it")),
          List.of("schema_name", "table_name", "user_name"),
          UseEvents::read);

  static final SqlTimeline CONNECTIONS =
      new SqlTimeline(
          hourly(
              "redshift_connections",
              "Logins to Redshift by hour: who is active, and how they proved who they are",
              List.of(MetricNames.LOGIN, MetricNames.ACTIVE)),
          List.of(
              person("user_name", "who logged in, as a hash"),
              flag("succeeded", "whether they were let in"),
              flag("strong", "whether by IAM or single sign-on, not by a password alone"),
              integer("login_count", "how often")),
          List.of("user_name", "succeeded", "strong"),
          UserEvents::login);

  private RedshiftStreams() {}

  private static StreamDescription snapshot(String name, String title, List<String> metrics) {
    return new StreamDescription(
        name,
        title,
        StreamKind.SNAPSHOT,
        Duration.ofHours(6),
        Duration.ZERO,
        Precedence.NATIVE_PLATFORM,
        metrics);
  }

  private static StreamDescription hourly(String name, String title, List<String> metrics) {
    return new StreamDescription(
        name,
        title,
        StreamKind.UPSERT,
        HOURLY,
        Duration.ofMinutes(15),
        Precedence.NATIVE_PLATFORM,
        metrics);
  }
}
