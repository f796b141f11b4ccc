// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.spi.options.Option;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The secrets planted in a candidate's settings, each by what it is called, in the forms it may
 * leak in. Never printed.
 */
final class Canaries {
  private static final int SHORTEST = 6;
  private static final int SHORTEST_LINE = 20;

  /** The password in an address is a secret of its own. */
  private static final Pattern LOGIN = Pattern.compile("://[^:/@\\s]+:([^@\\s]+)@");

  private final Map<String, List<String>> formsByName = new LinkedHashMap<>();

  private Canaries() {}

  /** Those of all settings that connect to the account, and what it issues. */
  static Canaries of(Candidate candidate) {
    Canaries canaries = new Canaries();
    settings(candidate).forEach(settings -> canaries.plant(candidate, settings));
    canaries.plantIssued(candidate);
    return canaries;
  }

  /** What the account has issued until now. */
  void plantIssued(Candidate candidate) {
    candidate.stage().canaries().forEach(text -> plant("an issued token", text));
  }

  /** Every set of settings a candidate can be opened with. */
  static Stream<Map<String, Object>> settings(Candidate candidate) {
    return Stream.concat(
        Stream.of(candidate.settings()), candidate.stage().alternatives().stream());
  }

  /** Those of other settings as well, such as wrong ones. */
  void plant(Candidate candidate, Map<String, Object> settings) {
    for (Option<?> option : candidate.description().options().all()) {
      Object value = settings.get(option.name());
      if (option.isSecret() && value != null) {
        plant("option " + option.name(), value.toString());
      }
    }
  }

  /** Whether a secret option was planted in any settings. */
  boolean holds(Option<?> option) {
    return formsByName.containsKey("option " + option.name());
  }

  /** The names of those that are found in any of the texts. */
  List<String> in(List<String> texts) {
    return formsByName.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(form -> holds(texts, form)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean holds(List<String> texts, String form) {
    return texts.stream().anyMatch(text -> text.contains(form));
  }

  /** A text too short is no canary: it would be found by chance. */
  private void plant(String name, String secret) {
    List<String> forms = formsByName.computeIfAbsent(name, it -> new ArrayList<>());
    if (secret.length() >= SHORTEST) {
      forms.add(secret);
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
      forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }
    Matcher login = LOGIN.matcher(secret);
    if (login.find() && login.group(1).length() >= SHORTEST) {
      forms.add(login.group(1));
    }
    if (secret.lines().count() > 1) {
      secret
          .lines()
          .filter(line -> line.length() >= SHORTEST_LINE && !line.startsWith("-----"))
          .forEach(forms::add);
    }
  }
}
