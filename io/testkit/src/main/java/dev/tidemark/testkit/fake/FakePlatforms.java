// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The fakes on the class path. */
public final class FakePlatforms {
  private FakePlatforms() {}

  /** All of them, by type. */
  public static List<FakePlatform> all() {
    return ServiceLoader.load(FakePlatform.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(FakePlatform::type))
        .toList();
  }

  /** The one of a type; where there is none, a failure that says which there are. */
  public static FakePlatform of(String type) {
    return all().stream()
        .filter(platform -> platform.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(type)));
  }

  private static String unknown(String type) {
    return "there is no fake of '"
        + type
        + "', only of "
        + all().stream().map(FakePlatform::type).toList();
  }
}
