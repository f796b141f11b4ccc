// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types of event whose files are read, and what their columns are called. */
enum LogKind {
  /** A report was run: by Event Monitoring only. */
  REPORT("Report") {
    @Override
    String operation(Map<String, String> event) {
      return "report";
    }

    @Override
    String outcome(Map<String, String> event) {
      return "";
    }
  },
  /** A request by SOAP, REST or Bulk API. */
  API("ApiTotalUsage") {
    @Override
    String operation(Map<String, String> event) {
      String resource = said(event, "API_RESOURCE").toLowerCase(Locale.ROOT);
      if (resource.contains("describe") || resource.contains("/limits")) {
        return "";
      }
      if (resource.contains("query") || resource.contains("search")) {
        return "query";
      }
      boolean soap = said(event, "API_FAMILY").equalsIgnoreCase("SOAP");
      return soap ? (SOAP_READS.contains(resource) ? "read" : "") : reads(event);
    }

    private String reads(Map<String, String> event) {
      return said(event, "HTTP_METHOD").equalsIgnoreCase("GET") ? "read" : "";
    }

    @Override
    String outcome(Map<String, String> event) {
      String status = said(event, "STATUS_CODE");
      if (!status.matches("\\d{3}")) {
        return "";
      }
      return status.compareTo("400") < 0 ? "succeeded" : "failed";
    }
  };

  private static final Set<String> SOAP_READS = Set.of("retrieve", "getupdated", "getdeleted");

  private final String type;

  LogKind(String type) {
    this.type = type;
  }

  /** The vendor's name of it. */
  String type() {
    return type;
  }

  static Optional<LogKind> of(String type) {
    return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
  }

  static List<String> types() {
    return Arrays.stream(values()).map(LogKind::type).toList();
  }

  /** report, query or read; empty where nothing was read. */
  abstract String operation(Map<String, String> event);

  /** succeeded or failed; empty where the vendor does not say. */
  abstract String outcome(Map<String, String> event);

  private static String said(Map<String, String> event, String column) {
    return event.getOrDefault(column, "");
  }
}
