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
    return "is the model that counts now; the one before is retired.";
  }

  @Override
  void change(Models models, String id) {
    models.activate(id);
  }
}
