// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.lineage;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tidemark.outlet.OutletEvent;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.Job;
import io.openlineage.client.OpenLineage.Run;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineage.RunFacetsBuilder;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * An hour of a stream as a run: it starts with the hour and is complete, or has failed, at its end.
 * The job is the stream; the dataset it reads is named by its platform, which OpenLineage calls a
 * namespace, and the stream. Equal events give equal texts.
 */
final class RunEvents {
  private static final URI PRODUCER = URI.create("https://tidemark.dev/outlets/openlineage");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          // The schemas know no null: what is not there is left out.
          .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, NON_NULL))
          .build();

  private final OpenLineage lineage = new OpenLineage(PRODUCER);
  private final String namespace;

  RunEvents(String namespace) {
    this.namespace = namespace;
  }

  /** Beginning and end as JSON. */
  List<String> of(OutletEvent event) {
    JsonNode hour = event.data();
    boolean failed = hour.get("failed").asBoolean();
    return List.of(
        json(event, EventType.START, hour.get("from")),
        json(event, failed ? EventType.FAIL : EventType.COMPLETE, hour.get("to")));
  }

  private String json(OutletEvent event, EventType type, JsonNode at) {
    JsonNode hour = event.data();
    boolean over = type != EventType.START;
    try {
      return JSON.writeValueAsString(
          lineage
              .newRunEventBuilder()
              .eventType(type)
              .eventTime(Instant.parse(at.asText()).atZone(ZoneOffset.UTC))
              .run(run(event, type == EventType.FAIL))
              .job(job(hour))
              .inputs(List.of(input(hour, over)))
              .outputs(List.of())
              .build());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a run is plain values", impossible);
    }
  }

  private Run run(OutletEvent event, boolean failed) {
    RunFacetsBuilder facets = lineage.newRunFacetsBuilder();
    if (failed) {
      String message = event.data().path("message").asText("the stream could not be read");
      facets.errorMessage(lineage.newErrorMessageRunFacet(message, "Java", null));
    }
    return lineage.newRun(event.id(), facets.build());
  }

  private Job job(JsonNode hour) {
    String connector = hour.get("organisation").asText() + "." + hour.get("connector").asText();
    return lineage.newJob(
        namespace,
        connector + "." + hour.get("stream").asText(),
        lineage
            .newJobFacetsBuilder()
            .jobType(lineage.newJobTypeJobFacet("BATCH", "TIDEMARK", "STREAM"))
            .build());
  }

  private InputDataset input(JsonNode hour, boolean over) {
    OpenLineage.InputDatasetBuilder dataset =
        lineage
            .newInputDatasetBuilder()
            .namespace(hour.get("platform").asText())
            .name(hour.get("stream").asText());
    if (over) {
      dataset.inputFacets(
          lineage
              .newInputDatasetInputFacetsBuilder()
              .inputStatistics(
                  lineage
                      .newInputStatisticsInputDatasetFacetBuilder()
                      .rowCount(hour.get("records").asLong())
                      .size(hour.get("bytes").asLong())
                      .build())
              .build());
    }
    return dataset.build();
  }
}
