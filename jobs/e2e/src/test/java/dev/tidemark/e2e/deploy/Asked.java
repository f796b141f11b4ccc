// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question to Prometheus.
 *
 * @param where the alert or panel that asks it
 */
public record Asked(String where, String expression) {

  /** All questions of alerts and dashboard. */
  public static List<Asked> all() {
    return Stream.concat(byAlerts().stream(), byDashboard().stream()).toList();
  }

  static List<Asked> byAlerts() {
    return rules().stream()
        .map(it -> new Asked(it.path("alert").asText(), it.path("expr").asText()))
        .toList();
  }

  static List<Asked> byDashboard() {
    List<Asked> asked = new ArrayList<>();
    for (JsonNode panel : DeployFolder.json("grafana/dashboards/tidemark.json").path("panels")) {
      panel
          .findValuesAsText("expr")
          .forEach(it -> asked.add(new Asked(panel.path("title").asText(), it)));
    }
    return asked;
  }

  static List<JsonNode> rules() {
    List<JsonNode> rules = new ArrayList<>();
    for (JsonNode group : DeployFolder.document("prometheus/alerts.yaml").path("groups")) {
      group.path("rules").forEach(rules::add);
    }
    return rules;
  }

  /** The figures it asks for whose names begin so; labels are no figures. */
  public Set<String> names(String prefix) {
    return Pattern.compile("\\b" + prefix + "\\w+")
        .matcher(expression.replaceAll("\\{[^}]*}", " "))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names in a scraped text. */
  public static Set<String> told(String text) {
    return text.lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replaceFirst("[{ ].*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
