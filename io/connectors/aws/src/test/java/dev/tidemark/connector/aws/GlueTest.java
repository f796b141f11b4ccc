// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.MetricNames;
import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.Shelf;
import dev.tidemark.spi.Connector;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GlueTest {
  private static final String CATALOG = "arn:aws:glue:eu-central-1:" + FakeAws.ACCOUNT;

  private final FakeAws fake = FakeAws.empty();
  private final Connector connector = Things.connector(fake);

  @AfterEach
  void close() {
    connector.close();
    fake.close();
  }

  @Test
  void saysOfATableWhoOwnsItAndHowItIsDescribed() {
    ObjectNode table = Things.table("sales", "orders");
    table
        .put("Owner", "ada")
        .put("Description", "Orders as placed")
        .put("UpdateTime", 1_790_000_000);
    table.set(
        "StorageDescriptor",
        Things.json(
            "{'Columns': [{'Name': 'id', 'Comment': 'number'}, {'Name': 'at', 'Comment': 'time'}],"
                + " 'SchemaReference': {'SchemaVersionNumber': 1}}"));
    table.set(
        "Parameters",
        Things.json("{'sensitivity': 'PII', 'classification': 'parquet', 'recordCount': '7'}"));
    put(table);
    put(Things.table("sales", "scratch").put("Owner", "hadoop"));
    Map<String, Map<String, String>> facts =
        Reading.of(connector, "glue_tables").facts(MetricNames.ASSET_STATE);
    assertThat(facts.get(CATALOG + "/table/sales/orders"))
        .containsEntry("owner.present", "true")
        .containsEntry("described", "true")
        .containsEntry("class", "sensitive")
        .containsEntry("contract", "true")
        .containsEntry("format", "parquet")
        .containsEntry("row.estimate", "7")
        .containsEntry("write.day", "2026-09-21");
    assertThat(facts.get(CATALOG + "/table/sales/scratch"))
        .containsEntry("owner.present", "false")
        .containsEntry("described", "false")
        .doesNotContainKeys("class", "write.day");
  }

  @Test
  void readsThePagesOfManyTablesInTheOrderOfTheirNames() {
    for (int number = 450; number > 0; number--) {
      put(Things.table("sales", "t%03d".formatted(number)));
    }
    put(Things.table("sales.eu", "t"));
    Reading reading = new Reading(connector, "glue_tables", 100).pass();
    assertThat(reading.records()).hasSize(451);
    assertThat(reading.pages()).hasSize(5);
    fake.remove(Things.HERE, Shelf.TABLE, Things.table("sales", "t123"));
    assertThat(reading.pass().records()).hasSize(450).doesNotContainKey("eu-central-1/sales/t123");
  }

  @Test
  void aRegionThatRefusesItselfKeepsWhatIsKnownOfIt() {
    put(Things.table("sales", "orders"));
    fake.put(Things.THERE, Shelf.DATABASE, Things.database("crm"));
    fake.put(Things.THERE, Shelf.TABLE, Things.table("crm", "leads"));
    Reading reading = Reading.of(connector, "glue_tables");
    assertThat(reading.records()).hasSize(2);
    fake.deny("glue:GetDatabases", Things.THERE);
    fake.remove(Things.HERE, Shelf.TABLE, Things.table("sales", "orders"));
    reading.pass();
    assertThat(reading.records().keySet()).containsExactly("us-east-1/crm/leads");
    assertThat(reading.pages().get(reading.pages().size() - 1).completeThrough()).isNull();
  }

  @Test
  void aVisualJobTellsWhatItsTargetIsMadeFrom() {
    ObjectNode job = Things.job("daily");
    job.set(
        "CodeGenConfigurationNodes",
        Things.json(
            "{'n1': {'CatalogSource': {'Name': 'in', 'Database': 'sales', 'Table': 'orders'}},"
                + " 'n2': {'CatalogTarget': {'Name': 'out', 'Inputs': ['n1'], 'Database': 'mart',"
                + " 'Table': 'revenue'}}}"));
    fake.put(Things.HERE, Shelf.JOB, job);
    fake.put(Things.HERE, Shelf.JOB, Things.job("script"));
    Reading reading = Reading.of(connector, "glue_jobs");
    assertThat(reading.records()).hasSize(2);
    assertThat(reading.facts(MetricNames.LINEAGE).keySet())
        .containsExactly(CATALOG + "/table/mart/revenue");
    assertThat(reading.facts(MetricNames.LINEAGE).get(CATALOG + "/table/mart/revenue"))
        .containsEntry("derived", "true")
        .containsKey("lineage.day");
  }

  private void put(ObjectNode table) {
    fake.put(Things.HERE, Shelf.DATABASE, Things.database(table.path("DatabaseName").asText()));
    fake.put(Things.HERE, Shelf.TABLE, table);
  }
}
