// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values that stand elsewhere: {@code env:NAME} is the variable NAME of the environment, {@code
 * file:PATH} the content of a file of at most 64 KB, without the line break at its end. An address
 * ({@code file://...}) is no reference. Messages name the reference, never what it holds.
 */
public final class References {
  private static final String VARIABLE = "env:";
  private static final String FILE = "file:";
  private static final int MAXIMUM_BYTES = 64 * 1024;

  private final Function<String, @Nullable String> environment;

  private References(Function<String, @Nullable String> environment) {
    this.environment = environment;
  }

  /** References into this process's environment. */
  public static References standard() {
    return new References(System::getenv);
  }

  /** References into an environment of one's own. */
  public static References into(Map<String, String> environment) {
    return new References(environment::get);
  }

  /**
   * The same values with every reference replaced, also in lists and nested maps.
   *
   * @throws SettingsException naming every reference that leads nowhere
   */
  public Map<String, @Nullable Object> resolve(Map<String, ? extends @Nullable Object> raw) {
    List<Problem> problems = new ArrayList<>();
    Map<String, @Nullable Object> resolved = new LinkedHashMap<>();
    raw.forEach((key, value) -> resolved.put(key, resolve(key, value, problems)));
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return resolved;
  }

  private @Nullable Object resolve(String key, @Nullable Object value, List<Problem> problems) {
    if (value instanceof String text) {
      return resolveText(key, text, problems);
    }
    if (value instanceof List<?> items) {
      List<@Nullable Object> list = new ArrayList<>();
      items.forEach(item -> list.add(resolve(key, item, problems)));
      return list;
    }
    if (value instanceof Map<?, ?> nested) {
      Map<Object, @Nullable Object> map = new LinkedHashMap<>();
      nested.forEach((name, item) -> map.put(name, resolve(key + "." + name, item, problems)));
      return map;
    }
    return value;
  }

  private String resolveText(String key, String text, List<Problem> problems) {
    try {
      if (text.startsWith(VARIABLE)) {
        return variable(text.substring(VARIABLE.length()));
      }
      if (text.startsWith(FILE) && !text.startsWith(FILE + "//")) {
        return file(text.substring(FILE.length()));
      }
    } catch (InvalidValue nowhere) {
      problems.add(new Problem(key, text + " " + nowhere.getMessage()));
    }
    return text;
  }

  private String variable(String name) {
    return Optional.ofNullable(environment.apply(name))
        .filter(value -> !value.isEmpty())
        .orElseThrow(
            () -> new InvalidValue("names an environment variable that is not set: export it"));
  }

  private static String file(String name) {
    try {
      Path path = Path.of(name);
      if (Files.size(path) > MAXIMUM_BYTES) {
        throw new InvalidValue("names a file larger than 64 KB: is it the right one?");
      }
      return content(path);
    } catch (IOException | InvalidPathException unreadable) {
      throw new InvalidValue("names a file that cannot be read: create it, or correct the path");
    }
  }

  private static String content(Path path) throws IOException {
    String text = Files.readString(path, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
    if (text.isEmpty()) {
      throw new InvalidValue("names an empty file");
    }
    return text;
  }
}
