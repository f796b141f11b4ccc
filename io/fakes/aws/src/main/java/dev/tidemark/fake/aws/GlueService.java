// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;

/** Glue: the catalogue, jobs and their runs, results of data quality. */
final class GlueService extends JsonService {
  GlueService(World world) {
    super(world, "glue", 100, 1_000);
  }

  @Override
  JsonNode answer(String operation, JsonNode input, Wire wire) {
    Region region = world().region(wire.region());
    return switch (operation) {
      case "GetDatabases" -> page("DatabaseList", region.all(Shelf.DATABASE), input);
      case "GetTables" -> tables(region, input);
      case "GetJobs" -> page("Jobs", region.all(Shelf.JOB), input);
      case "GetJobRuns" -> runs(region, input);
      case "ListDataQualityResults" -> page("Results", results(region, input), input);
      case "GetDataQualityResult" -> result(region, input);
      default -> throw unknown(operation);
    };
  }

  private ObjectNode tables(Region region, JsonNode input) {
    String database = input.path("DatabaseName").asText();
    find(region.all(Shelf.DATABASE), where("Name", database), missing("Database " + database));
    List<ObjectNode> tables = region.tables(database);
    boolean namesOnly = input.path("AttributesToGet").size() == 1;
    return page(
        "TableList", namesOnly ? tables.stream().map(GlueService::name).toList() : tables, input);
  }

  private static ObjectNode name(ObjectNode table) {
    return JsonNodeFactory.instance.objectNode().put("Name", table.path("Name").asText());
  }

  /** Newest first; the service takes no time to begin at. */
  private ObjectNode runs(Region region, JsonNode input) {
    String job = input.path("JobName").asText();
    find(region.all(Shelf.JOB), where("Name", job), missing("Job " + job));
    List<ObjectNode> runs =
        region.all(Shelf.RUN, where("JobName", job)).stream()
            .sorted(
                Comparator.comparingDouble((ObjectNode run) -> run.path("StartedOn").asDouble())
                    .reversed())
            .toList();
    return page("JobRuns", runs, input);
  }

  private static List<ObjectNode> results(Region region, JsonNode input) {
    JsonNode filter = input.path("Filter");
    double after = filter.path("StartedAfter").asDouble(0);
    double before = filter.path("StartedBefore").asDouble(Double.MAX_VALUE);
    return region.all(Shelf.QUALITY_RESULT).stream()
        .filter(it -> it.path("StartedOn").asDouble() > after)
        .filter(it -> it.path("StartedOn").asDouble() < before)
        .map(
            it ->
                it.deepCopy().retain("ResultId", "DataSource", "JobName", "JobRunId", "StartedOn"))
        .toList();
  }

  private static ObjectNode result(Region region, JsonNode input) {
    String id = input.path("ResultId").asText();
    return find(region.all(Shelf.QUALITY_RESULT), where("ResultId", id), missing("Result " + id));
  }

  private static AwsError missing(String what) {
    return new AwsError(400, "EntityNotFoundException", what + " not found.");
  }
}
