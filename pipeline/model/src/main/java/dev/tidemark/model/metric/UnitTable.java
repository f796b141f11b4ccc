// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.model.metric;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The closed table behind {@link Unit}. */
final class UnitTable {
  private static final double MINUTE = 60;
  private static final double HOUR = 60 * MINUTE;
  private static final double DAY = 24 * HOUR;
  private static final double WEEK = 7 * DAY;

  private static final List<String> COUNTED =
      List.of(
          "asset",
          "check",
          "query",
          "row",
          "principal",
          "team",
          "edge",
          "column",
          "change",
          "run",
          "error",
          "deployment",
          "login",
          "grant",
          "release",
          "token",
          "request",
          "interaction",
          "user",
          "seat",
          "document",
          "result",
          "model",
          "endpoint",
          "permission",
          "record",
          "connector",
          "USD",
          "credit",
          "DBU");

  private static final SortedMap<String, Unit> UNITS = table();

  private UnitTable() {}

  static Optional<Unit> find(String symbol) {
    return Optional.ofNullable(UNITS.get(symbol));
  }

  static SortedSet<String> symbols() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(UNITS.keySet()));
  }

  private static SortedMap<String, Unit> table() {
    SortedMap<String, Unit> units = new TreeMap<>();
    numbers(units);
    times(units);
    information(units);
    COUNTED.forEach(
        annotation -> put(units, "{" + annotation + "}", Quantity.counted(annotation), 1));
    put(units, "{asset}.d", Quantity.counted("asset days"), 1);
    return Collections.unmodifiableSortedMap(units);
  }

  private static void numbers(SortedMap<String, Unit> units) {
    put(units, "1", Quantity.PURE, 1);
    put(units, "%", Quantity.PURE, 1e-2);
    put(units, "[ppth]", Quantity.PURE, 1e-3);
    put(units, "[ppm]", Quantity.PURE, 1e-6);
  }

  private static void times(SortedMap<String, Unit> units) {
    put(units, "ns", Quantity.TIME, 1e-9);
    put(units, "us", Quantity.TIME, 1e-6);
    put(units, "ms", Quantity.TIME, 1e-3);
    put(units, "s", Quantity.TIME, 1);
    put(units, "min", Quantity.TIME, MINUTE);
    put(units, "h", Quantity.TIME, HOUR);
    put(units, "d", Quantity.TIME, DAY);
    put(units, "wk", Quantity.TIME, WEEK);
    put(units, "mo", Quantity.TIME, 30.4375 * DAY);
    put(units, "a", Quantity.TIME, 365.25 * DAY);
    put(units, "d/wk", Quantity.FREQUENCY, 1);
  }

  private static void information(SortedMap<String, Unit> units) {
    put(units, "bit", Quantity.INFORMATION, 0.125);
    double decimal = 1;
    double binary = 1;
    put(units, "By", Quantity.INFORMATION, 1);
    for (String prefix : List.of("k", "M", "G", "T", "P")) {
      decimal *= 1000;
      binary *= 1024;
      put(units, prefix + "By", Quantity.INFORMATION, decimal);
      put(units, (prefix.equals("k") ? "K" : prefix) + "iBy", Quantity.INFORMATION, binary);
    }
  }

  private static void put(
      SortedMap<String, Unit> units, String symbol, Quantity quantity, double factor) {
    units.put(symbol, new Unit(symbol, quantity, factor));
  }
}
