// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.exception.ManagementException;
import com.azure.core.management.profile.AzureProfile;
import com.azure.core.util.Context;
import com.azure.monitor.query.MetricsQueryClient;
import com.azure.monitor.query.MetricsQueryClientBuilder;
import com.azure.monitor.query.models.AggregationType;
import com.azure.monitor.query.models.MetricValue;
import com.azure.monitor.query.models.MetricsQueryOptions;
import com.azure.monitor.query.models.MetricsQueryResult;
import com.azure.monitor.query.models.QueryTimeInterval;
import com.azure.resourcemanager.datafactory.DataFactoryManager;
import com.azure.resourcemanager.datafactory.models.PipelineRun;
import com.azure.resourcemanager.datafactory.models.PipelineRunsQueryResponse;
import com.azure.resourcemanager.datafactory.models.RunFilterParameters;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobStorageException;
import dev.tidemark.fake.azure.FakeAzure;
import dev.tidemark.testkit.VirtualClock;
import dev.tidemark.testkit.stage.RecordScenes;
import dev.tidemark.testkit.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor's own clients understand the fake: second judges of how it speaks. */
class SdkTest {
  private static final String GROUP = "Data-Platform";
  private static final String FACTORY = "made-factory";

  private final VirtualClock clock = VirtualClock.at(Instant.now());
  private final FakeAzure fake = FakeAzure.empty(clock);
  private final Stage stage = fake.stage();

  /** The clients' own way to prove who asks insists on TLS, which no fake has. */
  private final HttpPipeline pipeline =
      new HttpPipelineBuilder()
          .httpClient(new JdkHttpClientBuilder().build())
          .policies(
              (context, next) -> {
                context
                    .getHttpRequest()
                    .setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + fake.newToken());
                return next.process();
              })
          .build();

  @BeforeEach
  void fill() {
    RecordScenes records = stage.scenes(RecordScenes.class).orElseThrow();
    records.add("pipeline_runs", 12);
    records.add("storage_accounts", 1);
    records.add("containers", 1);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void listsFactoriesAndTheirRunsPageByPage() {
    DataFactoryManager manager = dataFactory();
    assertThat(manager.factories().list()).extracting(it -> it.name()).containsExactly(FACTORY);
    List<PipelineRun> runs = new ArrayList<>();
    String token = null;
    do {
      PipelineRunsQueryResponse page =
          manager.pipelineRuns().queryByFactory(GROUP, FACTORY, lastDay(token));
      runs.addAll(page.value());
      token = page.continuationToken();
    } while (token != null);
    assertThat(runs).extracting(PipelineRun::runId).hasSize(12).doesNotHaveDuplicates();
    assertThat(runs).extracting(PipelineRun::status).contains("Succeeded", "Failed");
    assertThat(runs).allMatch(it -> it.durationInMs() == 30_000 && it.isLatest());
    assertThat(runs).allMatch(it -> it.runEnd().equals(it.lastUpdated()));
  }

  @Test
  void wordsRefusalsAsTheManagerDoes() {
    assertThatThrownBy(
            () -> dataFactory().pipelineRuns().queryByFactory(GROUP, "none", lastDay(null)))
        .isInstanceOfSatisfying(
            ManagementException.class,
            refusal -> assertThat(refusal.getValue().getCode()).isEqualTo("ResourceNotFound"));
  }

  @Test
  void tellsMetricsByDimensionWithPointsThatHoldNothing() {
    MetricsQueryClient client =
        new MetricsQueryClientBuilder()
            .pipeline(pipeline)
            .endpoint(fake.address().toString())
            .buildClient();
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    MetricsQueryResult result =
        client
            .queryResourceWithResponse(
                "subscriptions/"
                    + FakeAzure.SUBSCRIPTION
                    + "/resourceGroups/"
                    + GROUP
                    + "/providers/Microsoft.Storage/storageAccounts/madeup/blobServices/default",
                List.of("BlobCapacity"),
                new MetricsQueryOptions()
                    .setGranularity(Duration.ofHours(1))
                    .setTimeInterval(new QueryTimeInterval(now.minusHours(12), now))
                    .setFilter("BlobType eq '*' and Tier eq '*'")
                    .setAggregations(AggregationType.AVERAGE),
                Context.NONE)
            .getValue();
    assertThat(result.getMetrics()).hasSize(1);
    assertThat(result.getMetrics().get(0).getTimeSeries())
        .singleElement()
        .satisfies(
            series -> {
              assertThat(series.getMetadata())
                  .isEqualTo(Map.of("blobtype", "BlockBlob", "tier", "Cool"));
              assertThat(series.getValues()).hasSize(12);
              assertThat(series.getValues())
                  .extracting(MetricValue::getAverage)
                  .containsOnly(null, (double) (1 << 20));
            });
  }

  @Test
  void listsBlobsByMarkers() {
    fake.addContainer("madeup", "empty");
    assertThat(blobs("empty").listBlobs()).isEmpty();
    List<BlobItem> found = new ArrayList<>();
    blobs(newest()).listBlobs().forEach(found::add);
    assertThat(found).extracting(BlobItem::getName).hasSize(7).isSorted();
    assertThat(found).allMatch(it -> it.getProperties().getContentLength() == 1_024);
    assertThatThrownBy(() -> blobs("nowhere").listBlobs().forEach(it -> {}))
        .isInstanceOfSatisfying(
            BlobStorageException.class,
            refusal -> assertThat(refusal.getErrorCode()).hasToString("ContainerNotFound"));
  }

  private String newest() {
    return fake.containers("madeup").stream()
        .filter(it -> it.startsWith("made-"))
        .findFirst()
        .orElseThrow();
  }

  private BlobContainerClient blobs(String container) {
    return new BlobContainerClientBuilder()
        .endpoint(fake.blobAddress().replace("{account}", "madeup"))
        .containerName(container)
        .pipeline(pipeline)
        .buildClient();
  }

  private DataFactoryManager dataFactory() {
    AzureEnvironment environment =
        new AzureEnvironment(Map.of("resourceManagerEndpointUrl", fake.address() + "/"));
    return DataFactoryManager.authenticate(
        pipeline, new AzureProfile(FakeAzure.TENANT, FakeAzure.SUBSCRIPTION, environment));
  }

  private RunFilterParameters lastDay(@Nullable String token) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return new RunFilterParameters()
        .withLastUpdatedAfter(now.minusDays(1))
        .withLastUpdatedBefore(now)
        .withContinuationToken(token);
  }
}
