// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet;

import dev.tidemark.outlet.kafka.KafkaType;
import dev.tidemark.outlet.lineage.LineageType;
import dev.tidemark.outlet.webhook.WebhookType;
import java.util.List;
import java.util.stream.Collectors;

/** The kinds of outlets there are. */
public final class OutletTypes {
  private static final List<OutletType> ALL =
      List.of(new KafkaType(), new LineageType(), new WebhookType());

  private OutletTypes() {}

  /** All of them, by name. */
  public static List<OutletType> all() {
    return ALL;
  }

  /**
   * The type of that name.
   *
   * @throws IllegalArgumentException saying which there are
   */
  public static OutletType of(String name) {
    return ALL.stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private static String unknown(String name) {
    String known = ALL.stream().map(OutletType::name).collect(Collectors.joining(", "));
    return "there is no outlet type " + name + ": use one of " + known;
  }
}
