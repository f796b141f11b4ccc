// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.spi.Category;
import dev.tidemark.testkit.fake.Request;
import dev.tidemark.testkit.fake.Trouble;
import dev.tidemark.testkit.fake.Troubles;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.ResponseScenes;
import dev.tidemark.testkit.stage.VolumeScenes;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Answers that go wrong, come in masses, or not at all. */
final class PlayTrouble implements ResponseScenes, VolumeScenes {
  private static final int MANY = 200_000;
  private static final int TABLES_OF_A_DATABASE = 1_000;
  private static final String HUGE_NUMBER = "9".repeat(400);
  private static final String HUGE_TEXT = "x".repeat(10 << 20);

  /** A number in the answer each stream's records come from. */
  private static final Map<String, String> NUMBERS =
      Map.of(
          "s3_objects", "(<Size>)\\d+(<)",
          "glue_tables", "(\"Retention\":)\\d+()",
          "glue_jobs", "(\"MaxRetries\":)\\d+()",
          "glue_job_runs", "(\"ExecutionTime\":)\\d+()",
          "sagemaker_endpoints", "(\"CreationTime\":)[\\d.E]+()",
          "model_packages", "(\"ModelPackageVersion\":)\\d+()",
          "model_cards", "(\"ModelCardVersion\":)\\d+()");

  /** A text there. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "glue_tables", "(\"Description\":\")[^\"]*(\")",
          "glue_jobs", "(\"Description\":\")[^\"]*(\")",
          "glue_job_runs", "(\"TriggerName\":\")[^\"]*(\")",
          "glue_data_quality", "(\"ResultId\":\"made-\\d+\",\"JobName\":\")[^\"]*(\")",
          "sagemaker_endpoints", "(\"EndpointStatus\":\")[^\"]*(\")",
          "model_packages", "(\"ModelApprovalStatus\":\")[^\"]*(\")",
          "model_cards", "(\"ModelCardStatus\":\")[^\"]*(\")");

  private final FakeAws fake;
  private final PlayRecords records;

  PlayTrouble(FakeAws fake, PlayRecords records) {
    this.fake = fake;
    this.records = records;
  }

  @Override
  public Played spoil(String stream, Spoil how) {
    if (stream.equals("account")) {
      return Played.not("it is counted from answers of which other streams are made as well");
    }
    return switch (how) {
      case POISON_RECORD -> poison(stream);
      case FAILING_STREAM -> fail(stream);
      case HALF_RESPONSE, WRONG_ENCODING, TRUNCATED_COMPRESSION ->
          strike(Traffic.own(stream), Troubles.onTheWay(how));
      case HUGE_NUMBER -> huge(stream, NUMBERS, HUGE_NUMBER);
      case HUGE_TEXT -> huge(stream, TEXTS, HUGE_TEXT);
    };
  }

  private Played fail(String stream) {
    return stream.equals("glue_jobs")
        ? Played.not("runs are listed job by job: without the jobs there are none")
        : strike(Traffic.own(stream), Traffic.failing(500, "InternalFailure"));
  }

  private Played poison(String stream) {
    switch (stream) {
      case "sagemaker_endpoints" -> withoutStatus();
      case "model_cards" ->
          records.more(
              (world, number, at) -> MadeCatalog.put(world, Shelf.CARD, MadeModels.card(number)));
      case "redshift_storage" -> {
        return Played.not("there is one record for each database, and none beside it");
      }
      default -> {
        if (!Traffic.isSql(stream)) {
          return Played.not(
              "the vendor's client takes an answer as its model says or not at all, and any answer"
                  + " it takes can be used");
        }
        records.add(stream, 1);
        strike(Traffic.results(stream), Cells.lastOnes("many"));
      }
    }
    return Played.yes();
  }

  /** Every endpoint has a status, and this one does not say which. */
  private void withoutStatus() {
    Script.Step endpoint = MadeModels.endpoints().made();
    records.more(
        (world, number, at) -> {
          endpoint.play(world, number, at);
          MadeCatalog.change(
              world,
              Shelf.ENDPOINT,
              "EndpointName",
              MadeModels.name(number),
              it -> it.remove("EndpointStatus"));
        });
  }

  private Played huge(String stream, Map<String, String> fields, String value) {
    if (Traffic.isSql(stream)) {
      return value.equals(HUGE_TEXT)
          ? Played.not("a row of a result is 64 KB long at most")
          : strike(Traffic.results(stream), Cells.lastOnes(value));
    }
    String field = fields.get(stream);
    return field == null
        ? Played.not("no field of its records is a number or a text of any length")
        : strike(Traffic.results(stream), rewriting(field, value));
  }

  /** The first place that fits holds something else. */
  private static Trouble rewriting(String field, String value) {
    return (request, answer) ->
        answer.withBody(
            answer
                .text()
                .replaceFirst(field, "$1" + value + "$2")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private Played strike(Predicate<Request> requests, Trouble trouble) {
    fake.server().troubles().always(requests, trouble);
    return Played.yes();
  }

  @Override
  public List<VendorError> errors() {
    return List.of(
        error("s3_objects", "ListBuckets", 403, "AccessDenied", Category.PERMISSION),
        error("s3_objects", "ListBuckets", 403, "InvalidAccessKeyId", Category.AUTH),
        error("s3_objects", "ListBuckets", 403, "RequestTimeTooSkewed", Category.CONFIG),
        error("s3_objects", "ListBuckets", 500, "InternalError", Category.TRANSIENT),
        error("s3_objects", "ListBuckets", 503, "SlowDown", Category.RATE_LIMITED),
        error("s3_objects", "ListBuckets", 503, "ServiceUnavailable", Category.TRANSIENT),
        error("glue_job_runs", "GetJobRuns", 400, "ThrottlingException", Category.RATE_LIMITED),
        error("glue_job_runs", "GetJobRuns", 400, "UnrecognizedClientException", Category.AUTH),
        error("glue_job_runs", "GetJobRuns", 400, "ExpiredTokenException", Category.AUTH),
        error("glue_job_runs", "GetJobRuns", 400, "InvalidInputException", Category.INTERNAL),
        error("glue_job_runs", "GetJobRuns", 500, "InternalServiceException", Category.TRANSIENT),
        error("sagemaker_invocations", "ListMetrics", 400, "Throttling", Category.RATE_LIMITED),
        error("redshift_loads", "ExecuteStatement", 400, "ValidationException", Category.CONFIG),
        error(
            "redshift_loads",
            "ExecuteStatement",
            400,
            "ActiveStatementsExceededException",
            Category.RATE_LIMITED));
  }

  private VendorError error(
      String stream, String operation, int status, String code, Category category) {
    return new VendorError(
        code + " of " + operation,
        stream,
        category,
        () -> {
          records.add(stream, 1);
          strike(Traffic.operation(operation), Traffic.failing(status, code));
        });
  }

  @Override
  public void mend() {
    fake.mend();
  }

  @Override
  public String largest() {
    return "glue_tables";
  }

  @Override
  public int most() {
    return MANY;
  }

  @Override
  public Played fill(int count) {
    fake.settle();
    fake.change(world -> fill(world, count));
    return Played.yes();
  }

  private static void fill(World world, int count) {
    world.pageSize(Integer.MAX_VALUE);
    for (int first = 0; first < count; first += TABLES_OF_A_DATABASE) {
      String database = "made_%06d".formatted(first);
      MadeCatalog.put(world, Shelf.DATABASE, MadeCatalog.node().put("Name", database));
      int tables = Math.min(TABLES_OF_A_DATABASE, count - first);
      world.region(Tidewater.REGION).tables(database, MadeCatalog.numbered(database, tables));
    }
  }

  @Override
  public Played hang() {
    return strike(request -> true, Troubles.hanging());
  }

  @Override
  public void release() {
    fake.server().troubles().mend();
    fake.server().release();
  }
}
