// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidemark.console.web.Fault;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.model.stream.Cost;
import dev.tidemark.model.stream.CostUnit;
import dev.tidemark.postgres.admin.ConnectorPlan;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Secret;
import dev.tidemark.spi.options.SettingsException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a connector somebody sent. Everything that is wrong with it is told at once, each with its
 * place. Values are taken as they are: names of variables and files are not followed, for they
 * would be the server's.
 */
final class ConnectorReader {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_NAME = 200;
  private static final Option<Duration> INTERVAL =
      Option.duration("interval", Duration.ofSeconds(1), Duration.ofDays(30)).required();

  private final Description description;
  private final ConnectorBody body;
  private final List<Fault> faults = new ArrayList<>();

  /** What was read; settings are null where none were sent. */
  record Read(ConnectorPlan plan, @Nullable Secret settings) {}

  private ConnectorReader(ConnectorType type, ConnectorBody body) {
    this.description = type.description();
    this.body = body;
  }

  /** A connector of that type. */
  static Read read(ConnectorType type, ConnectorBody body) {
    return new ConnectorReader(type, body).read();
  }

  /** Settings alone, which are connected with and not kept. */
  static Secret settings(ConnectorType type, Map<String, @Nullable Object> given) {
    ConnectorBody body = new ConnectorBody(null, "unsaved", given, null, null, null);
    return Objects.requireNonNull(read(type, body).settings());
  }

  private Read read() {
    String name = name();
    Set<String> streams = streams();
    Map<String, Duration> intervals = intervals();
    Cost budget = budget();
    Secret settings = settings();
    if (!faults.isEmpty()) {
      throw new Problem(Kind.INVALID, "Nothing was changed: see the faults.", faults).thrown();
    }
    return new Read(new ConnectorPlan(name, streams, intervals, budget), settings);
  }

  private String name() {
    String name = Objects.requireNonNullElse(body.name(), "").strip();
    boolean unprintable = name.chars().anyMatch(Character::isISOControl);
    if (name.isEmpty() || name.length() > LONGEST_NAME || unprintable) {
      faults.add(new Fault("/name", "must be 1 to " + LONGEST_NAME + " printable characters"));
    }
    return name;
  }

  private Set<String> streams() {
    Set<String> chosen = new TreeSet<>(Objects.requireNonNullElse(body.streams(), List.of()));
    chosen.stream().filter(name -> !isStream(name)).forEach(name -> unknown("/streams", known()));
    return chosen;
  }

  private Map<String, Duration> intervals() {
    Map<String, Duration> intervals = new TreeMap<>();
    Map<String, String> given = Objects.requireNonNullElse(body.intervals(), Map.of());
    given.forEach((stream, text) -> interval(stream, text, intervals));
    return intervals;
  }

  private void interval(String stream, String text, Map<String, Duration> intervals) {
    boolean all = stream.equals(ConnectorBody.ALL);
    if (!all && !isStream(stream)) {
      unknown("/intervals", known() + ", and " + ConnectorBody.ALL + " for all others");
    }
    try {
      Map<String, String> value = Map.of(INTERVAL.name(), text);
      Duration read = Options.of(INTERVAL).parse(value).require(INTERVAL);
      intervals.put(all ? "" : stream, read);
    } catch (SettingsException wrong) {
      faults.add(new Fault("/intervals", "must be from PT1S to P30D, such as PT5M"));
    }
  }

  private Cost budget() {
    Cost budget = Cost.none();
    List<String> units = units();
    Map<String, BigDecimal> given = Objects.requireNonNullElse(body.budget(), Map.of());
    for (Map.Entry<String, BigDecimal> entry : given.entrySet()) {
      if (!units.contains(entry.getKey())) {
        unknown("/budget", String.join(", ", units));
      } else {
        budget = budget.plus(amount(entry.getKey(), entry.getValue()));
      }
    }
    return budget;
  }

  private Cost amount(String unit, BigDecimal amount) {
    try {
      Cost cost = Cost.of(unit, amount);
      if (!cost.isNone()) {
        return cost;
      }
    } catch (IllegalArgumentException noAmount) {
      // Said below, as for zero: nothing could ever be read with it.
    }
    faults.add(new Fault("/budget", "must be amounts above zero"));
    return Cost.none();
  }

  private @Nullable Secret settings() {
    Map<String, @Nullable Object> given = body.settings();
    if (given == null) {
      return null;
    }
    try {
      description.options().parse(given);
    } catch (SettingsException wrong) {
      wrong.problems().forEach(it -> faults.add(new Fault(pointer(it.option()), it.message())));
    }
    Map<String, Object> values = new TreeMap<>();
    given.forEach(
        (option, value) -> {
          if (value != null) {
            values.put(option, value);
          }
        });
    return sealable(values);
  }

  private static String pointer(String option) {
    return option.isEmpty() ? "/settings" : "/settings" + Fault.step(option);
  }

  private static Secret sealable(Map<String, Object> values) {
    try {
      return Secret.of(JSON.writeValueAsString(values));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("it was read from JSON", impossible);
    }
  }

  private void unknown(String pointer, String known) {
    faults.add(new Fault(pointer, "must name some of " + known));
  }

  private boolean isStream(String name) {
    return description.streams().stream().anyMatch(stream -> stream.name().equals(name));
  }

  private String known() {
    return String.join(", ", description.streams().stream().map(StreamDescription::name).toList());
  }

  private List<String> units() {
    return Stream.concat(
            description.charges().stream().map(charge -> charge.unit().name()),
            Stream.of(CostUnit.CALLS.name(), CostUnit.BYTES.name()))
        .toList();
  }
}
