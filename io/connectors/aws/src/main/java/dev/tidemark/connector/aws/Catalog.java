// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.GetDatabasesResponse;
import software.amazon.awssdk.services.glue.model.GetJobsResponse;
import software.amazon.awssdk.services.glue.model.GetTablesResponse;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.glue.model.Table;
import software.amazon.awssdk.services.glue.model.TableAttributes;

/** The Glue Data Catalog of a region, and its jobs. */
final class Catalog {
  private static final int MOST_PER_REQUEST = 100;

  private Catalog() {}

  /** Names of databases. */
  static Stream<String> databases(Session session, String region) {
    GlueClient glue = session.clients().glue(region);
    List<String> names = new ArrayList<>();
    Tokens.each(
        token ->
            session.call(
                Action.DATABASES,
                region,
                () -> glue.getDatabases(it -> it.maxResults(MOST_PER_REQUEST).nextToken(token))),
        GetDatabasesResponse::nextToken,
        page -> page.databaseList().stream().map(Database::name).forEach(names::add));
    return names.stream();
  }

  /** Hands over each table of a database. */
  static void tables(Session session, String region, String database, Consumer<Table> each) {
    GlueClient glue = session.clients().glue(region);
    Tokens.each(
        token ->
            session.call(
                Action.TABLES,
                region,
                () ->
                    glue.getTables(
                        it ->
                            it.databaseName(database)
                                .maxResults(MOST_PER_REQUEST)
                                .nextToken(token))),
        GetTablesResponse::nextToken,
        page -> page.tableList().forEach(each));
  }

  /** How many tables a database has: their names are enough to count them. */
  static long countTables(Session session, String region, String database) {
    GlueClient glue = session.clients().glue(region);
    AtomicLong count = new AtomicLong();
    Tokens.each(
        token ->
            session.call(
                Action.TABLES,
                region,
                () ->
                    glue.getTables(
                        it ->
                            it.databaseName(database)
                                .attributesToGet(TableAttributes.NAME)
                                .maxResults(MOST_PER_REQUEST)
                                .nextToken(token))),
        GetTablesResponse::nextToken,
        page -> count.addAndGet(page.tableList().size()));
    return count.get();
  }

  /** Hands over each job. */
  static void jobs(Session session, String region, Consumer<Job> each) {
    GlueClient glue = session.clients().glue(region);
    Tokens.each(
        token ->
            session.call(
                Action.JOBS,
                region,
                () -> glue.getJobs(it -> it.maxResults(MOST_PER_REQUEST).nextToken(token))),
        GetJobsResponse::nextToken,
        page -> page.jobs().forEach(each));
  }
}
