// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.organisation;

import dev.tidemark.testkit.organisation.Asset.Kind;
import dev.tidemark.testkit.organisation.Asset.Layer;
import java.util.List;
import java.util.Locale;

/** How assets are named: like people name them, and each but once. */
final class Names {
  private Names() {}

  static String database(Platform platform, Layer layer) {
    return platform == Platform.SALESFORCE ? "crm" : layer.name().toLowerCase(Locale.ROOT);
  }

  static String schema(Layer layer, int index) {
    List<String> schemas = layer == Layer.MART ? Words.TEAMS : Words.SOURCES;
    return schemas.get(number(layer, index) % schemas.size());
  }

  static String asset(Kind kind, Layer layer, int index) {
    int number = number(layer, index);
    int schemas = layer == Layer.MART ? Words.TEAMS.size() : Words.SOURCES.size();
    // 7 and the number of nouns have no common factor: within a schema nouns come round once.
    int place = 7 * (number / schemas) + 3 * (number % schemas);
    String noun = Words.NOUNS.get(place % Words.NOUNS.size());
    int round = number / schemas / Words.NOUNS.size();
    String name = noun + ending(layer, number / schemas);
    String unique = round == 0 ? name : name + "_" + (round + 1);
    return kind == Kind.BUCKET
        ? "tidewater-" + schema(layer, index) + "-" + unique.replace('_', '-')
        : unique;
  }

  /** So that names differ where a platform has but one database. */
  private static String ending(Layer layer, int number) {
    return switch (layer) {
      case RAW -> "";
      case CLEAN -> "_clean";
      case MART -> "_" + Words.PURPOSES.get(number % Words.PURPOSES.size());
    };
  }

  /** Which one of its layer it is. Of five, two are raw, two clean, one a mart. */
  private static int number(Layer layer, int index) {
    int group = index / 5;
    return switch (layer) {
      case RAW -> group * 2 + index % 5;
      case CLEAN -> group * 2 + index % 5 - 2;
      case MART -> group;
    };
  }
}
