// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.Table;
import dev.tidemark.job.command.UserFile;
import dev.tidemark.maturity.offline.OfflineScoring;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Scoring a file of evidence under a model, without a database. */
record OfflineScore(Path model, Path evidence) {

  void print(Output output) {
    String json =
        OfflineScoring.run(
            UserFile.read(model), model.toString(), UserFile.read(evidence), evidence.toString());
    if (output.isJson()) {
      output.line(json);
    } else {
      text(tree(json)).forEach(output::line);
    }
  }

  private static Stream<String> text(JsonNode result) {
    Table table = Table.of("AS OF", "MATURITY", "LOW", "HIGH", "COVERAGE", "LEVEL", "CHANGE");
    for (JsonNode state : result.path("states")) {
      table.row(
          state.path("as_of").asText(),
          number(state.path("maturity")),
          number(state.path("low")),
          number(state.path("high")),
          number(state.path("coverage")),
          state.path("level").isNull() ? "not rated" : state.path("level").asText(),
          number(state.path("delta")));
    }
    return Stream.of(
            Stream.of("model " + result.path("model").asText()), table.lines(), changes(result))
        .flatMap(lines -> lines);
  }

  private static Stream<String> changes(JsonNode result) {
    return StreamSupport.stream(result.path("states").spliterator(), false)
        .filter(state -> !state.path("attribution").isMissingNode())
        .flatMap(
            state ->
                Stream.concat(Stream.of("", "to " + state.path("as_of").asText()), lines(state)));
  }

  private static Stream<String> lines(JsonNode state) {
    Table table = Table.of("MATURITY", "INDICATOR", "STRATUM", "REASON");
    for (JsonNode line : state.path("attribution")) {
      table.row(
          signed(line.path("maturity").asDouble()),
          line.path("indicator").asText(),
          line.path("stratum").asText(),
          line.path("reason").asText());
    }
    return table.lines();
  }

  private static String number(JsonNode value) {
    return value.isMissingNode() ? "-" : String.format(Locale.ROOT, "%.3f", value.asDouble());
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.3f", value);
  }

  private static JsonNode tree(String json) {
    try {
      return Output.JSON.readTree(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("scoring writes JSON", impossible);
    }
  }
}
