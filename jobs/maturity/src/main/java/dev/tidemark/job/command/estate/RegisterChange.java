// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.estate;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.EffectText;
import dev.tidemark.job.command.OrganisationChoice;
import dev.tidemark.job.command.Output;
import dev.tidemark.maturity.live.Rehearsal.Effect;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that changes the estate register. */
@Command(mixinStandardHelpOptions = true)
abstract class RegisterChange implements Callable<Integer> {
  @Mixin private DatabaseChoice choice;
  @Mixin private OrganisationChoice organisation;
  @Mixin private Output output;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "Why, for the audit and for whoever wonders about the score.")
  private String reason;

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who decided it (default: ${DEFAULT-VALUE}).")
  private String actor;

  @Option(names = "--dry-run", description = "Change nothing; show what it would do to the score.")
  private boolean rehearsing;

  @Override
  public Integer call() {
    if (reason.isBlank() || actor.isBlank()) {
      throw new CommandFailure("A change of the estate needs a --reason and an --actor.");
    }
    try (OpenEstate estate = OpenEstate.of(choice, organisation)) {
      RegisterEntry now = entry(estate);
      UnaryOperator<RegisterEntry> edit = edit();
      RegisterEntry changed = edit.apply(now);
      if (changed.equals(now)) {
        throw new CommandFailure(unchanged(now));
      }
      if (rehearsing) {
        print(estate, changed);
      } else {
        estate
            .register()
            .change(estate.organisation().id(), now.stratum(), edit, reason.strip(), actor);
        output.note(done(now) + " A running job scores it anew within seconds.");
      }
    }
    return 0;
  }

  String reason() {
    return reason.strip();
  }

  String actor() {
    return actor;
  }

  private void print(OpenEstate estate, RegisterEntry changed) {
    List<RegisterEntry> register = new ArrayList<>(estate.declared());
    register.removeIf(entry -> entry.stratum().equals(changed.stratum()));
    register.add(changed);
    Effect effect = estate.rehearsal().with(register);
    output.print(() -> EffectText.facts(effect), () -> EffectText.lines(effect));
    output.note("Nothing was changed (--dry-run).");
  }

  /** What is declared now of the platform the command is about. */
  abstract RegisterEntry entry(OpenEstate estate);

  abstract UnaryOperator<RegisterEntry> edit();

  /** What is the case afterwards. */
  abstract String done(RegisterEntry before);

  /** Why there is nothing to change. */
  abstract String unchanged(RegisterEntry now);
}
