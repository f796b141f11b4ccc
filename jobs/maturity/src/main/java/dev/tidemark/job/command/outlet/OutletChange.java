// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.outlet;

import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.connector.Registration;
import dev.tidemark.outlet.registry.OutletEntry;
import dev.tidemark.outlet.registry.Outlets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A command that changes one outlet. */
@Command(mixinStandardHelpOptions = true)
abstract class OutletChange implements Callable<Integer> {
  @Mixin private OutletChoice outlet;
  @Mixin private Output output;

  @Override
  public Integer call() {
    String purpose = Registration.purpose("tidemark outlet " + verb());
    outlet.use(
        (outlets, entry) -> {
          change(outlets, entry, purpose);
          return entry;
        });
    output.note(outlet.name() + " " + done());
    return 0;
  }

  /** The verb the command is called by. */
  abstract String verb();

  /** What is the case afterwards, to follow the outlet's name. */
  abstract String done();

  abstract void change(Outlets outlets, OutletEntry entry, String purpose);
}
