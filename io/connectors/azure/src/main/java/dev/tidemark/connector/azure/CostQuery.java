// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.http.Call;
import dev.tidemark.http.Page;
import dev.tidemark.http.Paging;
import dev.tidemark.http.Payload;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Questions to Cost Management: rows of cells, whose columns are told with them. */
final class CostQuery {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final Paging PAGING = Paging.nextLink("/properties/nextLink");
  private static final String COLUMNS = "/properties/columns";

  private CostQuery() {}

  /**
   * The rows of the days from one to another, each an object by column.
   *
   * @param to exclusive
   */
  static List<JsonNode> rows(Session session, String subscription, Instant from, Instant to) {
    List<JsonNode> rows = new ArrayList<>();
    Call call = call(session, subscription, from, to);
    String place = "";
    do {
      Page page = session.manager().page(call, PAGING, place, "/properties/rows", COLUMNS);
      List<String> columns = new ArrayList<>();
      page.answer()
          .json(COLUMNS)
          .map(Session::json)
          .ifPresent(all -> all.forEach(it -> columns.add(it.path("name").asText())));
      page.items().forEach(cells -> rows.add(row(columns, Session.json(cells))));
      place = page.next();
    } while (!place.isEmpty());
    return rows;
  }

  /** The day a row is about. */
  static Instant day(JsonNode row) {
    try {
      LocalDate day = LocalDate.parse(row.path("UsageDate").asText(), DAY);
      return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeException malformed) {
      throw ConnectorException.of(
          Category.DATA, "Azure told a cost of no day: it is tried again later");
    }
  }

  private static Call call(Session session, String subscription, Instant from, Instant to) {
    String path = "/subscriptions/" + subscription + "/providers/Microsoft.CostManagement/query";
    return Call.post(path, Payload.json(question(session, from, to).toString()))
        .query("api-version", Api.COST.version());
  }

  private static ObjectNode question(Session session, Instant from, Instant to) {
    ObjectNode question = JsonNodeFactory.instance.objectNode();
    question.put("type", "ActualCost").put("timeframe", "Custom");
    question
        .putObject("timePeriod")
        .put("from", from.truncatedTo(ChronoUnit.DAYS).toString())
        .put("to", to.minusNanos(1).truncatedTo(ChronoUnit.SECONDS).toString());
    ObjectNode dataset = question.putObject("dataset").put("granularity", "Daily");
    dataset
        .putObject("aggregation")
        .putObject("totalCost")
        .put("name", "Cost")
        .put("function", "Sum");
    dataset.putArray("grouping").addObject().put("type", "Dimension").put("name", "ServiceName");
    session
        .scope()
        .costTag()
        .ifPresent(
            tag ->
                dataset.withArray("grouping").addObject().put("type", "TagKey").put("name", tag));
    return question;
  }

  private static JsonNode row(List<String> columns, JsonNode cells) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (int place = 0; place < columns.size() && place < cells.size(); place++) {
      row.set(columns.get(place), cells.get(place));
    }
    return row;
  }
}
