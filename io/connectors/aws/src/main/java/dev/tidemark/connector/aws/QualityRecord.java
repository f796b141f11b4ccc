// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.authoring.Records;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.DataQualityRuleResult;
import software.amazon.awssdk.services.glue.model.DataQualityRuleResultStatus;
import software.amazon.awssdk.services.glue.model.GetDataQualityResultResponse;
import software.amazon.awssdk.services.glue.model.GlueTable;

/** A result of Glue Data Quality as a record. */
final class QualityRecord {
  /** What rules of the definition language look at, by the beginning of their name. */
  private static final Map<String, String> DIMENSIONS =
      Map.ofEntries(
          Map.entry("iscomplete", "completeness"),
          Map.entry("completeness", "completeness"),
          Map.entry("isunique", "uniqueness"),
          Map.entry("isprimarykey", "uniqueness"),
          Map.entry("uniqueness", "uniqueness"),
          Map.entry("uniquevalueratio", "uniqueness"),
          Map.entry("distinctvaluescount", "uniqueness"),
          Map.entry("datafreshness", "freshness"),
          Map.entry("rowcount", "volume"),
          Map.entry("rowcountmatch", "consistency"),
          Map.entry("columncount", "consistency"),
          Map.entry("columnexists", "consistency"),
          Map.entry("schemamatch", "consistency"),
          Map.entry("datasetmatch", "consistency"),
          Map.entry("aggregatematch", "consistency"),
          Map.entry("referentialintegrity", "consistency"));

  private QualityRecord() {}

  static Optional<Moment.Told> read(String id, String region, Session session) {
    GlueClient glue = session.clients().glue(region);
    GetDataQualityResultResponse result =
        session.call(
            Action.QUALITY_RESULT, region, () -> glue.getDataQualityResult(it -> it.resultId(id)));
    ObjectNode record = Records.blank(new QualityStream().fields());
    record
        .put("namespace", TableRecord.namespace(session, region))
        .put("region", region)
        .put("result_id", id)
        .put("job", result.jobName())
        .put("score", result.score());
    table(result, record);
    rules(result, record);
    Records.putTime(record, "started_at", result.startedOn());
    Records.putTime(record, "completed_at", result.completedOn());
    boolean isOver = result.completedOn() != null;
    Records.putTime(record, "at", isOver ? result.completedOn() : result.startedOn());
    return Optional.of(new Moment.Told(record, isOver ? Moment.State.OVER : Moment.State.RUNNING));
  }

  private static void table(GetDataQualityResultResponse result, ObjectNode record) {
    GlueTable table = result.dataSource() == null ? null : result.dataSource().glueTable();
    if (table != null) {
      record.put("database", table.databaseName()).put("table", table.tableName());
    }
  }

  private static void rules(GetDataQualityResultResponse result, ObjectNode record) {
    Map<String, long[]> counts = new TreeMap<>();
    long errors = 0;
    for (DataQualityRuleResult rule : result.ruleResults()) {
      if (rule.result() == DataQualityRuleResultStatus.ERROR) {
        errors++;
      } else {
        long[] count = counts.computeIfAbsent(dimension(rule), name -> new long[2]);
        count[0] += rule.result() == DataQualityRuleResultStatus.PASS ? 1 : 0;
        count[1]++;
      }
    }
    record.put("errors", errors);
    ArrayNode rules = record.putArray("rules");
    counts.forEach(
        (dimension, count) ->
            rules
                .addObject()
                .put("dimension", dimension)
                .put("passed", count[0])
                .put("run", count[1]));
  }

  private static String dimension(DataQualityRuleResult rule) {
    String text = first(rule.evaluatedRule(), rule.description());
    String name = text.strip().split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
    return DIMENSIONS.getOrDefault(name, "validity");
  }

  private static String first(@Nullable String one, @Nullable String other) {
    if (one != null && !one.isBlank()) {
      return one;
    }
    return other == null ? "" : other;
  }
}
