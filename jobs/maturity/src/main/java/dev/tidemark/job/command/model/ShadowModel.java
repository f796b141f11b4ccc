// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.model;

import dev.tidemark.postgres.admin.Models;
import picocli.CommandLine.Command;

/** Have a model version scored beside the active one. */
@Command(name = "shadow", description = "Have a model version scored beside the active one.")
final class ShadowModel extends ModelChange {
  @Override
  String done() {
    return "is scored beside the active one from now on.";
  }

  @Override
  void change(Models models, String id) {
    models.shadow(id);
  }
}
