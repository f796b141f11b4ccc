// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import dev.tidemark.maturity.document.NearestName;
import dev.tidemark.maturity.document.Problems;
import dev.tidemark.maturity.document.Section;
import dev.tidemark.maturity.document.Tree;
import dev.tidemark.maturity.document.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the published composites of a model; a model that names none publishes the one over all its
 * dimensions.
 */
final class CompositeReader {
  private final Collection<String> dimensions;
  private final Problems problems;

  CompositeReader(Collection<String> dimensions, Problems problems) {
    this.dimensions = dimensions;
    this.problems = problems;
  }

  Map<String, Composite> read(Optional<Section> section) {
    if (section.isEmpty()) {
      return Map.of(Composite.OVERALL, Composite.overall(dimensions));
    }
    Map<String, Composite> composites = new LinkedHashMap<>();
    for (Map.Entry<String, Tree> entry : section.get().entries().entrySet()) {
      Section.of(entry.getValue(), section.get().path() + "." + entry.getKey(), problems)
          .ifPresent(inner -> composites.put(entry.getKey(), composite(entry.getKey(), inner)));
    }
    return composites;
  }

  private Composite composite(String id, Section section) {
    String title = section.optionalText("title").orElse(id);
    TreeSet<String> chosen = new TreeSet<>();
    section
        .required("dimensions")
        .ifPresent(tree -> choose(section.value("dimensions"), tree, chosen));
    section.close();
    return new Composite(id, title, chosen);
  }

  private void choose(Value value, Tree tree, Set<String> chosen) {
    for (String dimension : value.texts(tree)) {
      if (dimensions.contains(dimension)) {
        chosen.add(dimension);
      } else {
        value.refuse(
            tree, "unknown dimension " + dimension, NearestName.remedy(dimension, dimensions));
      }
    }
  }
}
