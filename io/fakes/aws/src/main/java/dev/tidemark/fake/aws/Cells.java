// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.Trouble;
import java.util.regex.Pattern;

/** Cells of a result that hold what they should not. */
final class Cells {
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d .*");

  private Cells() {}

  /**
   * Every number of the last row and the last of its times become that text. The first cell, which
   * says where or what the row is about, stays.
   */
  static Trouble lastOnes(String text) {
    return (request, answer) -> {
      try {
        JsonNode page = Answer.JSON.readTree(answer.text());
        JsonNode rows = page.path("Records");
        if (!page.has("NextToken") && !rows.isEmpty()) {
          lie(rows.get(rows.size() - 1), text);
        }
        return Answer.json(answer.status(), page);
      } catch (JsonProcessingException other) {
        return answer;
      }
    };
  }

  private static void lie(JsonNode row, String text) {
    int lastTime = 0;
    for (int index = 1; index < row.size(); index++) {
      ObjectNode cell = (ObjectNode) row.get(index);
      if (cell.has("longValue")) {
        cell.removeAll().put("stringValue", text);
      } else if (TIME.matcher(cell.path("stringValue").asText()).matches()) {
        lastTime = index;
      }
    }
    if (lastTime > 0) {
      ((ObjectNode) row.get(lastTime)).removeAll().put("stringValue", text);
    }
  }
}
