// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold between options. Only options that were given count, not defaults. */
sealed interface Rule {
  /** What is wrong with this choice of options, if anything. */
  Optional<String> problem(Set<String> given);

  /** The rule in a sentence. */
  String sentence();

  /** Adds the rule to the schema of all options. */
  void describe(ObjectNode schema);

  private static String listed(List<String> names) {
    return String.join(", ", names);
  }

  private static ObjectNode conjunct(ObjectNode schema) {
    return schema.withArray("/allOf").addObject();
  }

  private static void require(ObjectNode node, List<String> names) {
    ArrayNode array = node.putArray("required");
    names.forEach(array::add);
  }

  /** At most one of several. */
  record Exclusive(List<String> names) implements Rule {
    @Override
    public Optional<String> problem(Set<String> given) {
      List<String> both = names.stream().filter(given::contains).toList();
      return both.size() < 2
          ? Optional.empty()
          : Optional.of(listed(both) + " exclude each other: give only one of them");
    }

    @Override
    public String sentence() {
      return "At most one of " + listed(names) + ".";
    }

    @Override
    public void describe(ObjectNode schema) {
      for (int first = 0; first < names.size(); first++) {
        for (int second = first + 1; second < names.size(); second++) {
          require(conjunct(schema).putObject("not"), List.of(names.get(first), names.get(second)));
        }
      }
    }
  }

  /** At least one of several. */
  record AnyOf(List<String> names) implements Rule {
    @Override
    public Optional<String> problem(Set<String> given) {
      return names.stream().anyMatch(given::contains)
          ? Optional.empty()
          : Optional.of("one of " + listed(names) + " must be given");
    }

    @Override
    public String sentence() {
      return "At least one of " + listed(names) + ".";
    }

    @Override
    public void describe(ObjectNode schema) {
      ArrayNode any = conjunct(schema).putArray("anyOf");
      names.forEach(name -> require(any.addObject(), List.of(name)));
    }
  }

  /** One of several, and only one. */
  record OneOf(List<String> names) implements Rule {
    @Override
    public Optional<String> problem(Set<String> given) {
      Optional<String> none = new AnyOf(names).problem(given);
      return none.isPresent() ? none : new Exclusive(names).problem(given);
    }

    @Override
    public String sentence() {
      return "Exactly one of " + listed(names) + ".";
    }

    @Override
    public void describe(ObjectNode schema) {
      ArrayNode one = conjunct(schema).putArray("oneOf");
      names.forEach(name -> require(one.addObject(), List.of(name)));
    }
  }

  /** Where one is given, so must others be. */
  record Requires(String name, List<String> others) implements Rule {
    @Override
    public Optional<String> problem(Set<String> given) {
      List<String> absent = others.stream().filter(other -> !given.contains(other)).toList();
      return !given.contains(name) || absent.isEmpty()
          ? Optional.empty()
          : Optional.of(name + " needs " + listed(absent) + " as well");
    }

    @Override
    public String sentence() {
      return "With " + name + " also " + listed(others) + ".";
    }

    @Override
    public void describe(ObjectNode schema) {
      ArrayNode array = schema.withObject("/dependentRequired").withArray("/" + name);
      others.forEach(array::add);
    }
  }
}
