// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Problem;
import dev.tidemark.spi.options.SettingsException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The description can be relied on: by people, by forms, and by those who read the last one. */
final class Describes implements Contract {
  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]*");
  private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
  private static final Pattern SECRET_NAME =
      Pattern.compile("(.*-)?(password|secret|token|passphrase|private-key|api-key)");
  private static final List<String> UNKNOWN = List.of("no-such-option", "nor-this-one");

  @Override
  public String checks() {
    return "options, streams and metrics are declared in full, and stay compatible";
  }

  @Override
  public void examine(Candidate candidate, Findings findings) {
    Description description = candidate.description();
    names(description, findings);
    description.options().all().forEach(option -> option(option, description, findings));
    unknownKeys(candidate, findings);
    streams(description, findings);
    new Compatibility(candidate, findings).examine();
    findings.proved();
  }

  private static void names(Description it, Findings findings) {
    if (!TYPE.matcher(it.type()).matches()) {
      findings.broken("the type is '" + it.type() + "'", "one word of small letters and digits");
    }
    if (!VERSION.matcher(it.version()).matches()) {
      findings.broken("the version is '" + it.version() + "'", "write it as 1.2.3");
    }
    if (it.title().isBlank() || it.summary().isBlank() || it.authentication().isEmpty()) {
      findings.broken(
          "title, summary or kinds of authentication are empty",
          "say what connecting it tells, and name each kind of credential, \"none\" if none");
    }
  }

  private static void option(Option<?> option, Description it, Findings findings) {
    if (option.description().isBlank()) {
      findings.broken(
          "option " + option + " says nothing about itself", "add describedAs(\"...\")");
    }
    if (SECRET_NAME.matcher(option.name()).matches() && !option.isSecret()) {
      findings.broken("option " + option + " is not secret", "declare it by Option.secret");
    }
    option.printedDefault().ifPresent(value -> defaultValue(option, value, it, findings));
  }

  /** A default must be what a user could have written. */
  private static void defaultValue(
      Option<?> option, String value, Description it, Findings findings) {
    problems(it, Map.of(option.name(), value)).stream()
        .filter(problem -> problem.option().equals(option.name()))
        .filter(problem -> !problem.message().contains("needs"))
        .forEach(
            problem ->
                findings.broken(
                    "the default " + value + " of option " + option + " is refused: " + problem,
                    "give a default the option itself accepts"));
  }

  private static void unknownKeys(Candidate candidate, Findings findings) {
    Map<String, Object> settings = new HashMap<>(candidate.settings());
    UNKNOWN.forEach(name -> settings.put(name, "x"));
    List<Problem> problems = problems(candidate.description(), settings);
    for (String name : UNKNOWN) {
      if (problems.stream().noneMatch(problem -> problem.toString().contains(name))) {
        findings.broken(
            "the unknown settings " + UNKNOWN + " were answered by " + problems,
            "parse settings by Options, which names every problem at once");
      }
    }
  }

  private static List<Problem> problems(Description it, Map<String, Object> settings) {
    try {
      it.options().parse(settings);
      return List.of();
    } catch (SettingsException wrong) {
      return wrong.problems();
    }
  }

  private static void streams(Description it, Findings findings) {
    Set<String> names = new HashSet<>();
    for (StreamDescription stream : it.streams()) {
      if (!names.add(stream.name())) {
        findings.broken("two streams are called " + stream.name(), "give each a name of its own");
      }
      stream.metrics().forEach(metric -> metric(stream, metric, findings));
    }
    if (names.isEmpty()) {
      findings.broken("there is no stream", "declare what can be read");
    }
  }

  private static void metric(StreamDescription stream, String metric, Findings findings) {
    Optional<?> known = MetricCatalogue.standard().find(metric);
    if (known.isEmpty()) {
      findings.broken(
          "stream " + stream.name() + " feeds " + metric + ", which is not in the catalogue",
          "name metrics of MetricCatalogue in full");
    }
  }
}
