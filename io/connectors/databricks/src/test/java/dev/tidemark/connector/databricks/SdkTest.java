// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.service.catalog.ListRegisteredModelsRequest;
import com.databricks.sdk.service.catalog.RegisteredModelInfo;
import com.databricks.sdk.service.iam.ListUsersRequest;
import com.databricks.sdk.service.iam.MeRequest;
import com.databricks.sdk.service.jobs.ListJobsRequest;
import com.databricks.sdk.service.serving.ServingEndpoint;
import com.databricks.sdk.service.sql.Disposition;
import com.databricks.sdk.service.sql.ExecuteStatementRequest;
import com.databricks.sdk.service.sql.ExternalLink;
import com.databricks.sdk.service.sql.Format;
import com.databricks.sdk.service.sql.ResultData;
import com.databricks.sdk.service.sql.StatementParameterListItem;
import com.databricks.sdk.service.sql.StatementResponse;
import com.databricks.sdk.service.sql.StatementState;
import dev.tidemark.fake.databricks.FakeDatabricks;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.stage.RecordScenes;
import dev.tidemark.testkit.stage.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor's own client understands the fake: a second judge of how it speaks. */
class SdkTest {
  private static final String WAREHOUSE = "a1b2c3d4e5f60718";

  private final FakeDatabricks fake = FakeDatabricks.empty(VirtualClock.at(Instant.now()));
  private final Stage stage = fake.stage();
  private final WorkspaceClient client =
      new WorkspaceClient(
          new DatabricksConfig()
              .setHost(fake.address().toString())
              .setClientId(FakeDatabricks.CLIENT)
              .setClientSecret(FakeDatabricks.SECRET)
              .setAuthType("oauth-m2m"));

  @BeforeEach
  void fill() {
    RecordScenes records = stage.scenes(RecordScenes.class).orElseThrow();
    records.add("tables", 9);
    records.add("principals", 3);
    records.add("endpoints", 2);
    records.add("models", 2);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void readsAResultByChunks() {
    StatementResponse response =
        client
            .statementExecution()
            .executeStatement(
                new ExecuteStatementRequest()
                    .setWarehouseId(WAREHOUSE)
                    .setStatement(
                        "SELECT t.table_name AS name, unix_micros(t.created) AS made"
                            + " FROM system.information_schema.tables t"
                            + " WHERE t.table_catalog = :catalog ORDER BY t.table_name")
                    .setParameters(
                        List.of(
                            new StatementParameterListItem()
                                .setName("catalog")
                                .setType("STRING")
                                .setValue("made")))
                    .setDisposition(Disposition.EXTERNAL_LINKS)
                    .setFormat(Format.JSON_ARRAY)
                    .setWaitTimeout("10s"));
    assertThat(response.getStatus().getState()).isEqualTo(StatementState.SUCCEEDED);
    assertThat(response.getManifest().getTotalRowCount()).isEqualTo(9);
    List<Long> rows = new ArrayList<>();
    ResultData data = response.getResult();
    Long next = 0L;
    while (next != null) {
      ExternalLink link = data.getExternalLinks().iterator().next();
      rows.add(link.getRowCount());
      next = link.getNextChunkIndex();
      if (next != null) {
        data =
            client.statementExecution().getStatementResultChunkN(response.getStatementId(), next);
      }
    }
    assertThat(rows).containsExactly(4L, 4L, 1L);
  }

  @Test
  void isToldThatAStatementFailed() {
    StatementResponse response =
        client
            .statementExecution()
            .executeStatement(
                new ExecuteStatementRequest()
                    .setWarehouseId(WAREHOUSE)
                    .setStatement("SELECT x.y FROM system.no.such x")
                    .setDisposition(Disposition.EXTERNAL_LINKS)
                    .setFormat(Format.JSON_ARRAY));
    assertThat(response.getStatus().getState()).isEqualTo(StatementState.FAILED);
    assertThat(response.getStatus().getError().getMessage()).contains("TABLE_OR_VIEW_NOT_FOUND");
  }

  @Test
  void listsWhatThereIs() {
    assertThat(client.currentUser().me(new MeRequest()).getUserName())
        .isEqualTo(FakeDatabricks.CLIENT);
    assertThat(client.users().list(new ListUsersRequest())).hasSize(3);
    assertThat(all(client.servingEndpoints().list()))
        .hasSize(2)
        .extracting(ServingEndpoint::getCreator)
        .containsOnly("maker@example.test");
    assertThat(
            all(
                client
                    .registeredModels()
                    .list(new ListRegisteredModelsRequest().setMaxResults(1L))))
        .hasSize(2)
        .extracting(RegisteredModelInfo::getOwner)
        .containsOnly("owner@example.test");
    assertThat(client.jobs().list(new ListJobsRequest())).isEmpty();
    assertThat(client.warehouses().get(WAREHOUSE).getAutoStopMins()).isEqualTo(5);
    assertThat(client.tables().get("system.lakeflow.job_run_timeline").getColumns()).isNotEmpty();
  }

  /** The client's listings can be gone through once. */
  private static <T> List<T> all(Iterable<T> listing) {
    List<T> all = new ArrayList<>();
    listing.forEach(all::add);
    return all;
  }

  @Test
  void understandsRefusals() {
    assertThatThrownBy(() -> client.warehouses().get("0000"))
        .isInstanceOf(NotFound.class)
        .hasMessageContaining("does not exist");
    fake.forbid("access.audit");
    assertThatThrownBy(() -> client.tables().get("system.access.audit"))
        .isInstanceOf(DatabricksError.class)
        .hasMessageContaining("permission");
  }
}
