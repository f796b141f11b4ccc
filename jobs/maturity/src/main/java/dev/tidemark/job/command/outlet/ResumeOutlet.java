// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.outlet;

import dev.tidemark.outlet.registry.OutletEntry;
import dev.tidemark.outlet.registry.Outlets;
import picocli.CommandLine.Command;

/** Tell an outlet what waits, also where it was stopped or waits for its next try. */
@Command(
    name = "resume",
    description = "Tell an outlet what waits, also where it was stopped or waits for its next try.")
final class ResumeOutlet extends OutletChange {
  @Override
  String verb() {
    return "resume";
  }

  @Override
  String done() {
    return "is told what waits.";
  }

  @Override
  void change(Outlets outlets, OutletEntry entry, String purpose) {
    outlets.resume(entry, purpose);
  }
}
