// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.postgresql.Estate;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may, who does, and what of it only a permission shows. */
@EveryMajor
class RolesTest {
  private static final String ENTITLED_BY_HAND =
      """
      select oid from pg_roles
      where rolcanlogin and coalesce(rolvaliduntil > now(), true)
        and has_database_privilege(oid, current_database(), 'CONNECT')
      """;
  private static final String PRIVILEGED_BY_HAND =
      """
      select u.usesysid as oid, kind from pg_user u, lateral (values
        ('superuser', u.usesuper), ('createdb', u.usecreatedb), ('replication', u.userepl),
        ('bypassrls', u.usebypassrls)) as has(kind, yes)
      where yes
      union select oid, 'createrole' from pg_roles where rolcreaterole
      union select m.member, m.roleid::regrole::text from pg_auth_members m
      where m.roleid::regrole::text in ('pg_read_all_data', 'pg_signal_backend')
      """;

  private final Estate estate;
  private final String database;

  RolesTest(int major) {
    estate = Estate.on(major);
    database = estate.database("roles");
  }

  @AfterEach
  void drop() {
    estate.close();
  }

  @Test
  void agreesWithSqlWrittenByHand() {
    estate.role("reader", "login in role pg_read_all_data");
    estate.role("expired", "login valid until '2020-01-01'");
    estate.role("builder", "login createdb createrole");
    estate.role("group", "nologin in role pg_signal_backend");
    try (Connector connector = Opened.on(estate)) {
      Reading roles = new Reading(connector, "roles", 2).pass();
      assertThat(roles.members(MetricNames.ENTITLED))
          .containsExactlyInAnyOrderElementsOf(
              estate.ask(database, ENTITLED_BY_HAND).stream()
                  .map(row -> "<" + estate.stratum() + "#role=" + row.get("oid") + ">")
                  .toList());
      assertThat(roles.members(MetricNames.PRIVILEGED))
          .containsExactlyInAnyOrderElementsOf(
              estate.ask(database, PRIVILEGED_BY_HAND).stream()
                  .map(
                      row -> grant(String.valueOf(row.get("oid")), String.valueOf(row.get("kind"))))
                  .toList());
    }
  }

  @Test
  void namesNobody() {
    String secret = estate.role("whistleblower", "login superuser");
    try (Connector connector = Opened.on(estate)) {
      assertThat(Reading.of(connector, "roles").records().values())
          .noneMatch(change -> change.payload().utf8().contains(secret))
          .noneMatch(change -> change.payload().utf8().contains(estate.watcher()));
    }
  }

  @Test
  void seesSessions() throws Exception {
    String reader = estate.role("reader", "login password '" + Estate.PASSWORD + "'");
    try (Connector connector = Opened.on(estate);
        Connection session = session(reader)) {
      assertThat(session.isValid(1)).isTrue();
      Reading roles = Reading.of(connector, "roles");
      assertThat(roles.members(MetricNames.ACTIVE)).contains(member(reader));
      assertThat(roles.members(MetricNames.ACTIVE)).doesNotContain(member(estate.watcher()));
    }
  }

  @Test
  void seesWhoRanQueriesSinceTheLastPass() throws Exception {
    estate.run(database, "create extension pg_stat_statements");
    String reader = estate.role("reader", "login createdb password '" + Estate.PASSWORD + "'");
    query(reader);
    try (Connector connector = Opened.on(estate)) {
      Reading roles = new Reading(connector, "roles", 3).pass();
      assertThat(roles.members(MetricNames.ACTIVE)).doesNotContain(member(reader));
      roles.pass();
      assertThat(roles.members(MetricNames.ACTIVE)).doesNotContain(member(reader));
      assertThat(roles.members(MetricNames.USED)).doesNotContain(grant(oid(reader), "createdb"));
      query(reader);
      roles.pass();
      assertThat(roles.members(MetricNames.ACTIVE))
          .contains(member(reader))
          .doesNotContain(member(estate.watcher()));
      assertThat(roles.members(MetricNames.USED)).contains(grant(oid(reader), "createdb"));
      roles.pass();
      assertThat(roles.members(MetricNames.ACTIVE)).doesNotContain(member(reader));
    }
  }

  @Test
  void countsQueriesWithoutTheirText() throws Exception {
    estate.run(database, "create extension pg_stat_statements");
    try (Connector connector = Opened.on(estate)) {
      Reading statements = Reading.of(connector, "statements");
      double before = sum(statements);
      estate.run(database, "select 'canary-text', 1");
      estate.run(database, "/* who */ select 'canary-text', 2");
      estate.run(database, "begin; commit");
      statements.pass();
      assertThat(sum(statements)).isEqualTo(before + 2);
      assertThat(statements.records().values())
          .noneMatch(change -> change.payload().utf8().contains("canary"))
          .allMatch(change -> change.key().startsWith(database + "."));
      statements.pass();
      assertThat(sum(statements)).as("reading adds nothing").isEqualTo(before + 2);
      Reading small = new Reading(connector, "statements", 1).pass();
      assertThat(small.records().keySet()).isEqualTo(statements.records().keySet());
    }
  }

  @Test
  void looksAgainForAnExtensionThatIsGone() {
    estate.run(database, "create extension pg_stat_statements");
    String other = estate.database("statements");
    estate.run(other, "select 1");
    estate.run(other, "create schema \"Odd Schema\"");
    estate.run(other, "create extension pg_stat_statements schema \"Odd Schema\"");
    try (Connector connector = Opened.on(estate)) {
      assertThat(Reading.of(connector, "statements").records()).isNotEmpty();
      estate.run(database, "drop extension pg_stat_statements");
      assertThatThrownBy(() -> Reading.of(connector, "statements"))
          .isInstanceOf(ConnectorException.class);
      assertThat(Reading.of(connector, "statements").records()).isEmpty();
    }
    estate.run(other, "grant usage on schema \"Odd Schema\" to " + estate.watcher());
    try (Connector connector = Opened.on(estate)) {
      assertThat(Reading.of(connector, "statements").records()).isNotEmpty();
    }
  }

  @Test
  void observesNothingItMayNotSee() {
    estate.run(database, "create extension pg_stat_statements");
    estate.run("tidemark", "revoke pg_monitor from " + estate.watcher());
    try (Connector connector = Opened.on(estate)) {
      Reading roles = new Reading(connector, "roles", 100).pass().pass();
      assertThat(roles.members(MetricNames.ACTIVE)).isEmpty();
      assertThat(roles.members(MetricNames.USED)).isEmpty();
      assertThat(roles.record("0000000010")).contains("\"sessions\" : null", "\"calls\" : null");
      assertThat(Reading.of(connector, "statements").records()).isEmpty();
      assertThat(Reading.of(connector, "replication").events()).isEmpty();
      Reading server = Reading.of(connector, "server");
      assertThat(
              server.facts(MetricNames.PERMISSION_MISSING).values().stream()
                  .collect(Collectors.toMap(facts -> facts.get("metric"), Map::copyOf)))
          .containsOnlyKeys(
              MetricNames.ACTIVE, MetricNames.USED, MetricNames.QUERY, MetricNames.FRESHNESS_LAG)
          .containsEntry(
              MetricNames.ACTIVE,
              Map.of("permission", "pg_read_all_stats", "metric", MetricNames.ACTIVE));
    }
  }

  private void query(String role) throws Exception {
    String before = calls(role);
    try (Connection session = session(role)) {
      session.createStatement().execute("select 1");
    }
    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> !calls(role).equals(before));
  }

  private String calls(String role) {
    return estate.answer(
        database,
        "select coalesce(sum(calls), 0) from pg_stat_statements where userid = '"
            + role
            + "'::regrole");
  }

  private Connection session(String role) throws Exception {
    return java.sql.DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + estate.port() + "/" + database, role, Estate.PASSWORD);
  }

  private String oid(String role) {
    return estate.answer(database, "select '" + role + "'::regrole::oid");
  }

  private String member(String role) {
    return "<" + estate.stratum() + "#role=" + oid(role) + ">";
  }

  private String grant(String oid, String kind) {
    return "<" + estate.stratum() + "#role=" + oid + "&" + kind + ">";
  }

  private static double sum(Reading statements) {
    return List.copyOf(statements.numbers(MetricNames.QUERY).values()).stream()
        .mapToDouble(Double::doubleValue)
        .sum();
  }
}
