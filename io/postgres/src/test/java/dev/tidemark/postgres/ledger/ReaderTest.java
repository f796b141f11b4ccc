// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.StreamId;
import dev.tidemark.spi.ledger.LedgerException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the role for readers sees: its organisation and nothing that is sealed. */
class ReaderTest {
  private final Fixture fixture = Fixture.shared();
  private final OrganisationId other = fixture.newOrganisation();

  @AfterEach
  void close() {
    fixture.close();
  }

  @BeforeEach
  void twoOrganisations() {
    for (OrganisationId organisation : List.of(fixture.organisation, other)) {
      StreamId stream = new StreamId(organisation, fixture.newConnector(organisation), "tables");
      fixture.readOnce(stream);
      fixture.ledger.registry().settings(stream.connector(), "test");
    }
  }

  @Test
  void everyTableAndViewShowsOneOrganisationOnly() {
    for (String relation : organisationRelations()) {
      assertThat(seen(relation, fixture.organisation)).as(relation).doesNotContain(other.value());
    }
    for (String relation :
        List.of(
            "metric_window",
            "asset",
            "stream_status",
            "connector_health",
            "ingest_volume",
            "connection_details_access",
            "window_total")) {
      assertThat(seen(relation, other)).as(relation).containsExactly(other.value());
    }
  }

  @Test
  void withoutAnOrganisationThereIsNothing() {
    for (String relation : organisationRelations()) {
      assertThat(seen(relation, null)).as(relation).isEmpty();
    }
  }

  @Test
  void everyTableOfAnOrganisationIsGuarded() {
    assertThat(
            fixture.number(
                """
                SELECT count(*) AS number FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                 WHERE c.relnamespace = 'tidemark'::regnamespace AND c.relkind = 'r'
                   AND a.attname = 'organisation_id' AND NOT c.relrowsecurity\
                """))
        .isZero();
  }

  @Test
  void whatIsSealedIsNotForReaders() {
    for (String sealedColumn :
        List.of("connection_details FROM data_connectors", "pseudonym_key FROM organisation")) {
      assertThatThrownBy(
              () ->
                  fixture.database.transaction(
                      session -> {
                        session.change("SET LOCAL ROLE tidemark_reader");
                        return session.change("SELECT " + sealedColumn);
                      }))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("lacks a permission");
    }
  }

  @Test
  void readersDoNotWrite() {
    assertThatThrownBy(
            () ->
                fixture.database.transaction(
                    session -> {
                      session.change("SET LOCAL ROLE tidemark_reader");
                      return session.change("DELETE FROM metric_window");
                    }))
        .hasMessageContaining("lacks a permission");
  }

  private List<String> organisationRelations() {
    return fixture.database.transaction(
        session ->
            session.list(
                """
                SELECT DISTINCT c.table_name FROM information_schema.columns c
                 WHERE c.table_schema = 'tidemark' AND c.column_name = 'organisation_id'\
                """,
                row -> row.text("table_name")));
  }

  private Set<UUID> seen(
      String relation, @org.jspecify.annotations.Nullable OrganisationId organisation) {
    return fixture.database.transaction(
        session -> {
          session.change("SET LOCAL ROLE tidemark_reader");
          if (organisation != null) {
            session.change(
                "SELECT set_config('tidemark.organisation', ?, true)", organisation.toString());
          }
          return Set.copyOf(
              session.list(
                  "SELECT DISTINCT organisation_id FROM " + relation,
                  row -> row.uuid("organisation_id")));
        });
  }
}
