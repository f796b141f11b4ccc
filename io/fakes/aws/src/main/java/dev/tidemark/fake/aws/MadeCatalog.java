// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;

/** Tables, jobs, runs and results of Glue made to order: every field the service has is told. */
final class MadeCatalog {
  static final String DATABASE = "made";

  /** The job all runs are runs of. */
  static final String JOB = "made-runs";

  private MadeCatalog() {}

  static Script tables() {
    return new Script(
        MadeCatalog::addTable,
        (world, number, at) ->
            change(world, Shelf.TABLE, "Name", "t" + number, it -> it.remove("Description")),
        (world, number, at) -> remove(world, Shelf.TABLE, "Name", "t" + number));
  }

  static Script jobs() {
    return new Script(
        MadeCatalog::addJob,
        (world, number, at) ->
            change(world, Shelf.JOB, "Name", "made-" + number, it -> it.put("GlueVersion", "5.0")),
        (world, number, at) -> remove(world, Shelf.JOB, "Name", "made-" + number));
  }

  /** One that had ended turns out to have been stopped. */
  static Script runs() {
    return Script.of(
        MadeCatalog::addRun,
        (world, number, at) ->
            change(world, Shelf.RUN, "Id", run(number), it -> it.put("JobRunState", "STOPPED")));
  }

  static Script results() {
    return Script.of(
        MadeCatalog::addResult,
        (world, number, at) ->
            change(
                world,
                Shelf.QUALITY_RESULT,
                "ResultId",
                "made-" + number,
                it -> it.put("Score", 0)));
  }

  private static void addTable(World world, long number, Instant at) {
    ObjectNode table = plainTable(DATABASE, "t" + number);
    table.put("CreateTime", seconds(at)).put("UpdateTime", seconds(at));
    table.put("LastAccessTime", seconds(at)).put("Retention", 0);
    table.put("Owner", "made").put("Description", "Made up.");
    table.put("IsRegisteredWithLakeFormation", false);
    ObjectNode storage = table.putObject("StorageDescriptor");
    storage.put("Location", "s3://made/t" + number);
    storage.putArray("Columns").addObject().put("Name", "id").put("Comment", "Which one.");
    ObjectNode parameters = table.putObject("Parameters");
    parameters.put("classification", "parquet").put("data-classification", "internal");
    parameters.put("recordCount", "3").put("sizeKey", "300");
    put(world, Shelf.DATABASE, node().put("Name", DATABASE));
    put(world, Shelf.TABLE, table);
  }

  /** One of which only that it is there is told. */
  static void addBareTable(World world, long number, Instant at) {
    put(world, Shelf.DATABASE, node().put("Name", DATABASE));
    put(world, Shelf.TABLE, plainTable(DATABASE, "t" + number));
  }

  /** So many tables that each is made when it is looked at. */
  static List<ObjectNode> numbered(String database, int count) {
    return new AbstractList<>() {
      @Override
      public ObjectNode get(int index) {
        return plainTable(database, "t%06d".formatted(index));
      }

      @Override
      public int size() {
        return count;
      }
    };
  }

  private static ObjectNode plainTable(String database, String name) {
    ObjectNode table = node().put("DatabaseName", database).put("Name", name);
    return table.put("TableType", "EXTERNAL_TABLE");
  }

  private static void addJob(World world, long number, Instant at) {
    ObjectNode job = node().put("Name", "made-" + number).put("JobMode", "VISUAL");
    job.put("GlueVersion", "4.0").put("Description", "Made up.").put("MaxRetries", 1);
    job.put("CreatedOn", seconds(at)).put("LastModifiedOn", seconds(at));
    job.putObject("Command").put("Name", "glueetl");
    job.putObject("SourceControlDetails").put("Provider", "GITHUB");
    ObjectNode nodes = job.putObject("CodeGenConfigurationNodes");
    nodes
        .putObject("node-1")
        .putObject("CatalogSource")
        .put("Name", "from")
        .put("Database", DATABASE)
        .put("Table", "from");
    ObjectNode target = nodes.putObject("node-2").putObject("CatalogTarget").put("Name", "to");
    target.put("Database", DATABASE).put("Table", "to").putArray("Inputs").add("node-1");
    put(world, Shelf.JOB, job);
  }

  /** A failure and the run that makes good for it take turns. */
  private static void addRun(World world, long number, Instant at) {
    boolean failed = number % 2 == 0;
    ObjectNode run = node().put("Id", run(number)).put("JobName", JOB);
    run.put("Attempt", number % 2).put("TriggerName", "made-trigger");
    run.put("JobRunState", failed ? "FAILED" : "SUCCEEDED");
    run.put("StartedOn", seconds(at)).put("LastModifiedOn", seconds(at));
    run.put("CompletedOn", seconds(at.plusMillis(failed ? 1 : 2)));
    run.put("ExecutionTime", 1).put("DPUSeconds", 2.5);
    if (!failed) {
      run.put("PreviousRunId", run(number - 1));
    }
    put(world, Shelf.JOB, node().put("Name", JOB));
    put(world, Shelf.RUN, run);
  }

  private static String run(long number) {
    return "jr_made_" + number;
  }

  private static void addResult(World world, long number, Instant at) {
    ObjectNode result = node().put("ResultId", "made-" + number).put("Score", 0.5);
    result.put("JobName", JOB).put("StartedOn", seconds(at)).put("CompletedOn", seconds(at));
    result
        .putObject("DataSource")
        .putObject("GlueTable")
        .put("DatabaseName", DATABASE)
        .put("TableName", "t" + number);
    result
        .putArray("RuleResults")
        .addObject()
        .put("Name", "Rule_1")
        .put("Result", "PASS")
        .put("EvaluatedRule", "IsComplete \"id\"");
    put(world, Shelf.QUALITY_RESULT, result);
  }

  /** Changes a thing as its service shows it. */
  static void change(
      World world,
      Shelf shelf,
      String name,
      String value,
      java.util.function.Consumer<ObjectNode> change) {
    world.region(Tidewater.REGION).all(shelf, JsonService.where(name, value)).forEach(change);
  }

  static void remove(World world, Shelf shelf, String name, String value) {
    Region region = world.region(Tidewater.REGION);
    region.all(shelf, JsonService.where(name, value)).forEach(it -> region.remove(shelf, it));
  }

  static void put(World world, Shelf shelf, ObjectNode thing) {
    world.region(Tidewater.REGION).put(shelf, thing);
  }

  static double seconds(Instant time) {
    return TidewaterCatalog.seconds(time);
  }

  static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
