// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.databricks;

/** What puts content into a workspace, again and again as its time goes on. */
@FunctionalInterface
interface Filling {
  /** Nothing by itself. */
  Filling NOTHING = (world, engine) -> {};

  void fill(World world, Engine engine);
}
