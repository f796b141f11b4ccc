// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.azure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.testkit.fake.Answer;
import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.PageTokens;
import dev.tidemark.testkit.fake.Request;
import dev.tidemark.testkit.fake.Slice;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Queries of Cost Management: rows, with the names of their cells beside them. */
final class CostService {
  private static final String PATH =
      "/subscriptions/{subscription}/providers/Microsoft.CostManagement/query";
  private static final String TOKEN = "$skiptoken";
  private static final int MOST_DAYS = 31;

  private final World world;
  private final Runnable refresh;
  private final PageTokens tokens;

  CostService(World world, Runnable refresh, InstantSource clock) {
    this.world = world;
    this.refresh = refresh;
    this.tokens = new PageTokens(clock, Duration.ofHours(1));
  }

  void serve(FakeServer server) {
    server.route("POST", PATH, this::query);
  }

  private Answer query(Request request) {
    refresh.run();
    JsonNode question = request.json().orElse(Made.object());
    JsonNode dataset = question.path("dataset");
    if (!question.path("timeframe").asText().equals("Custom")
        || !dataset.path("granularity").asText().equals("Daily")
        || !dataset.at("/aggregation/totalCost/name").asText().equals("Cost")) {
      return invalid("Only daily costs of a custom time frame are played.");
    }
    try {
      LocalDate from = day(question.at("/timePeriod/from"));
      LocalDate to = day(question.at("/timePeriod/to"));
      return from.plusDays(MOST_DAYS).isBefore(to)
          ? invalid("The time period for pulling the data cannot exceed 31 days.")
          : page(request, from, to, tag(dataset.path("grouping")));
    } catch (DateTimeException malformed) {
      return invalid("The time period is not valid.");
    }
  }

  private static LocalDate day(JsonNode time) {
    return OffsetDateTime.parse(time.asText()).toLocalDate();
  }

  private static @Nullable String tag(JsonNode grouping) {
    for (JsonNode one : grouping) {
      if (one.path("type").asText().equals("TagKey")) {
        return one.path("name").asText();
      }
    }
    return null;
  }

  private static Answer invalid(String message) {
    return AzureError.of(400, "BadRequest", message);
  }

  private Answer page(Request request, LocalDate from, LocalDate to, @Nullable String tag) {
    String query = from + "/" + to + "/" + tag;
    String token = request.query(TOKEN).orElse("");
    OptionalLong offset = token.isEmpty() ? OptionalLong.of(0) : tokens.offset(query, token);
    if (offset.isEmpty()) {
      return invalid("The skip token is not of this query.");
    }
    Slice<Bill.Line> slice =
        Slice.of(
            world.bill().grouped(from, to, tag).stream().sorted(CostService::order),
            offset.getAsLong(),
            world.pageSize());
    ObjectNode answer = Made.object().put("type", "Microsoft.CostManagement/query");
    ObjectNode properties = answer.putObject("properties");
    properties.put(
        "nextLink", slice.more() ? request.with(TOKEN, tokens.of(query, slice.next())) : null);
    columns(properties.putArray("columns"), tag);
    ArrayNode rows = properties.putArray("rows");
    slice.items().forEach(line -> row(rows.addArray(), line, tag));
    return ArmService.traced(Answer.json(answer));
  }

  private static int order(Bill.Line one, Bill.Line other) {
    return (one.day() + one.service() + one.tags())
        .compareTo(other.day() + other.service() + other.tags());
  }

  private static void columns(ArrayNode columns, @Nullable String tag) {
    columns.addObject().put("name", "Cost").put("type", "Number");
    columns.addObject().put("name", "UsageDate").put("type", "Number");
    columns.addObject().put("name", "ServiceName").put("type", "String");
    if (tag != null) {
      columns.addObject().put("name", "TagKey").put("type", "String");
      columns.addObject().put("name", "TagValue").put("type", "String");
    }
    columns.addObject().put("name", "Currency").put("type", "String");
  }

  private static void row(ArrayNode row, Bill.Line line, @Nullable String tag) {
    row.addPOJO(line.amount());
    row.add(Integer.parseInt(line.day().format(DateTimeFormatter.BASIC_ISO_DATE)));
    row.add(line.service());
    if (tag != null) {
      row.add(tag).add(line.tags().getOrDefault("value", ""));
    }
    row.add("USD");
  }
}
