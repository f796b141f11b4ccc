// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * Every route that changes something, each call something else. What is tried at a platform takes
 * what the platform takes; signing in is held to ten a minute.
 *
 * @param values by what names them in paths
 * @param connectors with their versions; each kind of change has a share of them to itself
 * @param attestations to be withdrawn
 * @param records to be read again
 */
record LoadChanges(
    Map<String, String> values,
    List<Versioned> connectors,
    List<Long> attestations,
    List<UUID> records) {
  /** How many calls of each kind there may be. */
  private static final int SHARE = 1600;

  /** In each of three rounds and while it gets warm. */
  static final int MOST = SHARE / 4;

  private static final String ONE = "/api/data-connectors/{id}";

  /** A connector as it is seen at first. */
  record Versioned(UUID id, long version) {}

  List<LoadCall> all() {
    return List.of(
        made(),
        seen("PUT", "", 0, "{\"name\": \"changed %d\"}"),
        seen("POST", "/pause", 1, ""),
        seen("POST", "/resume", 2, ""),
        seen("POST", "/reset", 3, ""),
        seen("DELETE", "", 4, ""),
        unseen("/sync"),
        unseen("/streams/stream-2/rewind"),
        here("/rejected-records/replay", call -> "{\"ids\": [\"" + records.get(call) + "\"]}"),
        here("/estate/changes", LoadChanges::decision),
        change("POST", "/api/organisations/{scored}/attestations", this::statement),
        withdrawn());
  }

  /** Those that are computed, of which so many are at a time that more are refused. */
  List<LoadCall> computed() {
    String scored = LoadRoutes.filled("/api/organisations/{scored}", values);
    String step = "{\"steps\": [" + values.get("step") + "]}";
    return List.of(
        LoadCall.get(
            "/api/organisations/{scored}/models/{model}/effect",
            scored + "/models/" + values.get("model") + "/effect"),
        LoadCall.get(
            "/api/organisations/{scored}/indicators/{indicator}/assets",
            scored + "/indicators/" + values.get("indicator") + "/assets"),
        change("POST", "/api/organisations/{scored}/next-steps/what-if", call -> step),
        change(
            "POST",
            "/api/organisations/{scored}/estate/changes/rehearsal",
            call -> decision("add", "s3://unseen-" + call)));
  }

  private LoadCall made() {
    String body = Connecting.body("made %d");
    return change(
        "POST", "/api/data-connectors?organisation={large}", call -> body.formatted(call));
  }

  private LoadCall seen(String method, String verb, int share, String body) {
    return LoadCall.change(
            method + " " + ONE + verb,
            method,
            call -> one(call, share) + verb,
            call -> body.formatted(call))
        .seen(call -> "\"v" + connectors.get(place(call, share)).version() + "\"");
  }

  private LoadCall unseen(String verb) {
    return LoadCall.change("POST " + ONE + verb, "POST", call -> one(call, 5) + verb, call -> "");
  }

  private LoadCall here(String part, IntFunction<String> body) {
    return change("POST", "/api/organisations/{large}" + part, body);
  }

  private LoadCall withdrawn() {
    String path = "/api/organisations/{large}/attestations/";
    String all = LoadRoutes.filled(path, values);
    return LoadCall.change(
        "DELETE " + path + "{id}", "DELETE", call -> all + attestations.get(call), call -> "");
  }

  private LoadCall change(String method, String path, IntFunction<String> body) {
    String filled = LoadRoutes.filled(path, values);
    return LoadCall.change(method + " " + path, method, call -> filled, body);
  }

  private String one(int call, int share) {
    return "/api/data-connectors/" + connectors.get(place(call, share)).id();
  }

  private static int place(int call, int share) {
    return share * SHARE + call;
  }

  private static String decision(int call) {
    return decision("count", "postgres://load " + (call + 1));
  }

  private static String decision(String change, String stratum) {
    return """
    {"stratum": "%s", "change": "%s", "materiality": 2, "reason": "load"}\
    """
        .formatted(stratum, change);
  }

  private String statement(int call) {
    return """
    {"indicator": "%s", "stratum": "postgres://scored-1", "value": 0.5, "expires": "2099-01-01", "statement": "load %d"}\
    """
        .formatted(values.get("indicator"), call);
  }
}
