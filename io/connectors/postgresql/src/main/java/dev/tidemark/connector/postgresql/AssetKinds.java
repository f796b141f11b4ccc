// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import java.util.List;

/** The kinds of asset a database holds, as records name them. */
final class AssetKinds {
  static final List<String> ALL =
      List.of("table", "partitioned_table", "view", "materialized_view", "foreign_table");

  private AssetKinds() {}
}
