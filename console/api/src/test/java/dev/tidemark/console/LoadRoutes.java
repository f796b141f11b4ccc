// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every route that reads and ends by itself; long lists at their beginning and at their end. */
final class LoadRoutes {
  private static final String READING =
      """
      /openapi.json
      /api/session
      /api/sign-in
      /api/organisations
      /api/connector-types
      /api/connector-types/postgresql
      /api/organisations/{large}/streams
      /api/organisations/{large}/streams?cursor={last-stream}
      /api/organisations/{large}/streams?connector={connector}
      /api/organisations/{large}/streams?stratum=postgres://load%201&stratum=postgres://load%209999
      /api/organisations/{large}/connections
      /api/organisations/{large}/rejected-records
      /api/organisations/{large}/rejected-records?cursor={last-record}
      /api/organisations/{large}/estate
      /api/organisations/{large}/estate?cursor={last-platform}
      /api/organisations/{large}/audit
      /api/organisations/{large}/audit?cursor={last-deed}
      /api/organisations/{large}/attestations
      /api/organisations/{large}/models
      /api/organisations/{scored}/models/{model}
      /api/organisations/{scored}/badge
      /api/organisations/{scored}/score
      /api/organisations/{scored}/indicators
      /api/organisations/{scored}/next-steps
      /api/organisations/{scored}/score/history
      /api/organisations/{scored}/score/history?limit=1000
      /api/organisations/{scored}/score/performance
      /api/organisations/{scored}/score/backcast
      /api/organisations/{scored}/score/reasons?after=2025-06-01&through=2025-12-31
      /api/organisations/{scored}/score/reasons?after=2025-01-01
      /api/data-connectors?organisation={large}
      /api/data-connectors?organisation={large}&cursor={last-connector}
      /api/data-connectors/{connector}
      /api/data-connectors/{connector}/settings
      /api/data-connectors/{connector}/volumes
      /api/data-connectors/{connector}/volumes?hours=168&step=3
      /api/data-connectors/{connector}/volumes?hours=744&step=24
      /api/data-connectors/{connector}/streams/stream-1/rewind
      """;

  private LoadRoutes() {}

  /** With these values in the place of names. */
  static List<LoadCall> reading(Map<String, String> values) {
    return READING.lines().map(path -> LoadCall.get(shown(path), filled(path, values))).toList();
  }

  static String filled(String text, Map<String, String> values) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }

  /** As lists answer it. */
  static String cursor(String... key) {
    String values =
        Stream.of(key).map(ApiDocument::text).collect(Collectors.joining(",", "[", "]"));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(values.getBytes(StandardCharsets.UTF_8));
  }

  private static String shown(String path) {
    return path.replaceAll("cursor=\\{last-\\w+}", "cursor=(near the end)");
  }
}
