// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The server's settings: small, local, safe against power loss unless told otherwise. */
record Settings(Map<String, String> values) {

  private static final String STATEMENT_STATISTICS = "pg_stat_statements";

  static Settings of(ServerPlan plan, Binaries binaries) {
    Map<String, String> values = new LinkedHashMap<>();
    putConnections(values);
    putResources(values, binaries);
    putLog(values);
    putDurability(values, plan.durability());
    values.putAll(plan.settings());
    return new Settings(values);
  }

  private static void putConnections(Map<String, String> values) {
    values.put("unix_socket_directories", "");
    values.put("max_connections", "100");
    values.put("password_encryption", "scram-sha-256");
  }

  private static void putResources(Map<String, String> values, Binaries binaries) {
    values.put("shared_buffers", "64MB");
    values.put("jit", "off"); // compiling costs more than the short statements here take
    values.put("timezone", "UTC");
    if (binaries.carries(STATEMENT_STATISTICS)) {
      values.put("shared_preload_libraries", STATEMENT_STATISTICS);
    }
  }

  /** One file per weekday, written over after a week. */
  private static void putLog(Map<String, String> values) {
    values.put("logging_collector", "on");
    values.put("log_directory", "../log");
    values.put("log_filename", "server-%a.log");
    values.put("log_truncate_on_rotation", "on");
    values.put("log_rotation_age", "1d");
    values.put("log_rotation_size", "0");
    values.put("log_line_prefix", "%m [%p] ");
    values.put("log_timezone", "UTC");
    values.put("lc_messages", "C");
  }

  private static void putDurability(Map<String, String> values, Durability durability) {
    String state = durability == Durability.FULL ? "on" : "off";
    values.put("fsync", state);
    values.put("full_page_writes", state);
    values.put("synchronous_commit", "on"); // off would lose commits with the server's process
  }

  /** The text of a configuration file. */
  String text() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + " = '" + entry.getValue().replace("'", "''") + "'\n")
        .collect(
            Collectors.joining(
                "", "# Written anew at every start; keep settings with ALTER SYSTEM.\n", ""));
  }
}
