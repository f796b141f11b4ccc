// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.model;

import dev.tidemark.postgres.admin.Models;
import picocli.CommandLine.Command;

/** Make a model version the one that counts. */
@Command(name = "activate", description = "Make a model version the one that counts.")
final class ActivateModel extends ModelChange {
  @Override
  String done() {
    return "is the model that counts now; the one before is retired and its series is frozen. The"
        + " next score says in one MODEL line what the change of model did.";
  }

  @Override
  void change(Models models, String id) {
    models.activate(id);
  }
}
