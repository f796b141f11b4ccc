// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.salesforce;

import dev.tidemark.testkit.organisation.Person;
import dev.tidemark.testkit.organisation.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lines of event log files: every value in quotes, columns as the object reference lists them. */
enum LogEvents {
  /** Reports people ran. */
  REPORT("Report", 0) {
    @Override
    List<String> columns() {
      return List.of(
          ("EVENT_TYPE TIMESTAMP REQUEST_ID ORGANIZATION_ID USER_ID RUN_TIME CPU_TIME URI"
                  + " SESSION_KEY LOGIN_KEY ENTITY_NAME DISPLAY_TYPE RENDERING_TYPE REPORT_ID"
                  + " ROW_COUNT NUMBER_COLUMNS AVERAGE_ROW_SIZE SORT DB_BLOCKS DB_CPU_TIME"
                  + " TIMESTAMP_DERIVED USER_ID_DERIVED CLIENT_IP URI_ID_DERIVED"
                  + " REPORT_ID_DERIVED")
              .split(" "));
    }

    @Override
    boolean holds(Query query) {
      return query.by().isHuman() && query.failure() == null;
    }

    @Override
    Map<String, String> values(Query query) {
      String report = Ids.of("00O", query.reads().get(0).name().hashCode() & 0xffff);
      return Map.of(
          "ENTITY_NAME", Catalog.name(query.reads().get(0)),
          "DISPLAY_TYPE", "S",
          "REPORT_ID", report.substring(0, 15),
          "REPORT_ID_DERIVED", report,
          "ROW_COUNT", String.valueOf(query.rows()),
          "URI", "/" + report,
          "USER_ID_DERIVED", Tidewater.userId(query.by()));
    }
  },
  /** Requests of programs. */
  API("ApiTotalUsage", 1) {
    @Override
    List<String> columns() {
      return List.of(
          ("EVENT_TYPE TIMESTAMP REQUEST_ID ORGANIZATION_ID USER_ID API_FAMILY API_VERSION"
                  + " API_RESOURCE CLIENT_NAME HTTP_METHOD CLIENT_IP COUNTS_AGAINST_API_LIMIT"
                  + " CONNECTED_APP_ID CONNECTED_APP_NAME ENTITY_NAME STATUS_CODE"
                  + " TIMESTAMP_DERIVED USER_NAME")
              .split(" "));
    }

    @Override
    boolean holds(Query query) {
      return !query.by().isHuman();
    }

    @Override
    Map<String, String> values(Query query) {
      String objects = query.reads().stream().map(Catalog::name).collect(Collectors.joining(","));
      return Map.of(
          "API_FAMILY", "REST",
          "API_VERSION", "66.0",
          "API_RESOURCE", "/v66.0/query",
          "CLIENT_NAME", "etl",
          "HTTP_METHOD", "GET",
          "COUNTS_AGAINST_API_LIMIT", "1",
          "ENTITY_NAME", objects,
          "STATUS_CODE", query.failure() == null ? "200" : "400");
    }
  };

  private static final DateTimeFormatter PLAIN =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS").withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter DERIVED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final String type;
  private final int number;

  LogEvents(String type, int number) {
    this.type = type;
    this.number = number;
  }

  /** Tells identifiers of files of the same time apart. */
  int number() {
    return number;
  }

  String type() {
    return type;
  }

  abstract List<String> columns();

  /** Whether somebody's reading shows in it. */
  abstract boolean holds(Query query);

  abstract Map<String, String> values(Query query);

  static boolean reads(Query query) {
    return query.kind() == Query.Kind.SELECT && !query.reads().isEmpty();
  }

  String header() {
    return line(columns());
  }

  String line(Query query) {
    return line(query.id(), query.by(), query.ended(), values(query));
  }

  /** A whole file, whose only event happened at what may be no time. */
  String timed(String time) {
    Map<String, String> values =
        Map.of("API_RESOURCE", "/v66.0/query", "ENTITY_NAME", "Account", "STATUS_CODE", "200");
    return header() + line("request", Ids.of("005", 1), time, time, values);
  }

  private String line(String id, Person by, Instant at, Map<String, String> values) {
    return line(id, Tidewater.userId(by), at, values);
  }

  String line(String id, String user, Instant at, Map<String, String> values) {
    return line(id, user, DERIVED.format(at), PLAIN.format(at), values);
  }

  String line(String id, String user, String derived, String plain, Map<String, String> values) {
    List<String> line = new ArrayList<>();
    for (String column : columns()) {
      line.add(
          switch (column) {
            case "EVENT_TYPE" -> type;
            case "TIMESTAMP" -> plain;
            case "TIMESTAMP_DERIVED" -> derived;
            case "REQUEST_ID" -> id;
            case "ORGANIZATION_ID" -> World.ORGANISATION.substring(0, 15);
            case "USER_ID" -> user.substring(0, 15);
            case "CLIENT_IP" -> "203.0.113.9";
            default -> values.getOrDefault(column, "");
          });
    }
    return line(line);
  }

  private static String line(List<String> values) {
    return values.stream()
        .map(value -> "\"" + value.replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining(",", "", "\n"));
  }
}
