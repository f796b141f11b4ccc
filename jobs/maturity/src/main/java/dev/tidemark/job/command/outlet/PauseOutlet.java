// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.outlet;

import dev.tidemark.outlet.registry.OutletEntry;
import dev.tidemark.outlet.registry.Outlets;
import picocli.CommandLine.Command;

/** Tell an outlet nothing for now; what is new meanwhile waits. */
@Command(
    name = "pause",
    description = "Tell an outlet nothing for now; what is new meanwhile waits.")
final class PauseOutlet extends OutletChange {
  @Override
  String verb() {
    return "pause";
  }

  @Override
  String done() {
    return "is told nothing until it is resumed; what is new waits.";
  }

  @Override
  void change(Outlets outlets, OutletEntry entry, String purpose) {
    outlets.pause(entry, purpose);
  }
}
