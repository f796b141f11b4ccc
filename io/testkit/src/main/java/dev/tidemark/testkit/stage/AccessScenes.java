// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

import dev.tidemark.spi.Category;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Access is refused, in each way it can be. Needed by every fake. */
public interface AccessScenes extends Scenes {
  /** What is wrong. */
  enum Kind {
    /** The credential is not accepted. */
    CREDENTIAL,
    /** The credential lacks a permission. */
    PERMISSION,
    /** Nobody answers at the address. */
    HOST,
    /** The region, database, organisation or the like does not exist. */
    PLACE
  }

  /**
   * The ways access can be refused: of each kind that exists on the platform at least one.
   *
   * @return played one at a time, each undone before the next
   */
  List<Refusal> refusals();

  /**
   * One way access is refused.
   *
   * @param name what is wrong, such as {@code wrong password}
   * @param category how a connector must classify it
   * @param begin makes it so and hands over the settings to connect with
   * @param end undoes it
   */
  record Refusal(
      Kind kind,
      String name,
      Category category,
      Supplier<Map<String, Object>> begin,
      Runnable end) {
    public Refusal {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(category, "category");
      Objects.requireNonNull(begin, "begin");
      Objects.requireNonNull(end, "end");
    }

    /** One that lies in the settings alone. */
    public static Refusal bySettings(
        Kind kind, String name, Category category, Supplier<Map<String, Object>> settings) {
      return new Refusal(kind, name, category, settings, () -> {});
    }

    /** One that lies in one option, which is otherwise as it is in the settings. */
    public static Refusal byOption(
        Kind kind,
        String name,
        Category category,
        Supplier<Map<String, Object>> settings,
        String option,
        Object value) {
      return bySettings(
          kind,
          name,
          category,
          () -> {
            Map<String, Object> changed = new HashMap<>(settings.get());
            changed.put(option, value);
            return changed;
          });
    }
  }
}
