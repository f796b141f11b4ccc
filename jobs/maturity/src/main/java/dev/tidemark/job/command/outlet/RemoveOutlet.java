// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.outlet;

import dev.tidemark.outlet.registry.OutletEntry;
import dev.tidemark.outlet.registry.Outlets;
import picocli.CommandLine.Command;

/** Remove an outlet, its settings and its dead letters. */
@Command(name = "remove", description = "Remove an outlet, its settings and its dead letters.")
final class RemoveOutlet extends OutletChange {
  @Override
  String verb() {
    return "remove";
  }

  @Override
  String done() {
    return "is removed, with its settings and dead letters.";
  }

  @Override
  void change(Outlets outlets, OutletEntry entry, String purpose) {
    outlets.remove(entry, purpose);
  }
}
