// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.maturity.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One version of a scoring model. Immutable; safe for any number of threads.
 *
 * @param id the model's name
 * @param version its semantic version
 * @param digest the SHA-256 of its text, in hexadecimal
 * @param prior the utility assumed of what is not observed
 * @param outerPower the exponent of the mean over dimensions, 0 for the geometric mean
 * @param dimensions the dimensions by id
 * @param indicators the indicators by id, previews included
 * @param composites the published composites by id, in the order of publication
 * @param levels what the levels ask for
 */
public record MaturityModel(
    String id,
    String version,
    String digest,
    double prior,
    double outerPower,
    SortedMap<String, Dimension> dimensions,
    SortedMap<String, Indicator> indicators,
    Map<String, Composite> composites,
    LevelRules levels) {
  public MaturityModel {
    dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    indicators = Collections.unmodifiableSortedMap(new TreeMap<>(indicators));
    composites = Collections.unmodifiableMap(new LinkedHashMap<>(composites));
  }

  /**
   * Reads a model.
   *
   * @param yaml its text
   * @param name what the text is called in messages, usually its file name
   * @throws dev.tidemark.maturity.document.InvalidDocumentException naming every problem of the
   *     text
   */
  public static MaturityModel parse(String yaml, String name) {
    return new ModelReader(name).read(yaml);
  }

  /** The model Tidemark ships: tidemark-core 1.0.0. */
  public static MaturityModel core() {
    return CoreModel.load();
  }

  /** Id and version, as rows and cards name the model. */
  public String reference() {
    return id + " " + version;
  }

  /**
   * The dimension of that id.
   *
   * @throws IllegalArgumentException if the model has none
   */
  public Dimension dimension(String dimension) {
    return require(dimensions.get(dimension), "dimension", dimension);
  }

  /**
   * The indicator of that id.
   *
   * @throws IllegalArgumentException if the model has none
   */
  public Indicator indicator(String indicator) {
    return require(indicators.get(indicator), "indicator", indicator);
  }

  /** The indicators of one dimension, in the order of ids, previews included. */
  public List<Indicator> indicatorsOf(String dimension) {
    return indicators.values().stream()
        .filter(indicator -> indicator.dimension().equals(dimension))
        .toList();
  }

  /** The composite over all dimensions. */
  public Composite overall() {
    return composites.values().stream()
        .filter(composite -> composite.dimensions().equals(dimensions.keySet()))
        .findFirst()
        .orElseGet(() -> Composite.overall(dimensions.keySet()));
  }

  /** The same model with another outer mean; for comparisons and the method band. */
  public MaturityModel withOuterPower(double power) {
    return new MaturityModel(
        id, version, digest, prior, power, dimensions, indicators, composites, levels);
  }

  private <T> T require(@Nullable T part, String kind, String name) {
    if (part == null) {
      throw new IllegalArgumentException("model " + reference() + " has no " + kind + " " + name);
    }
    return part;
  }
}
