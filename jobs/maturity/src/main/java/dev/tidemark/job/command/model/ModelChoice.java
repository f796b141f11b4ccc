// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.model;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Models.Model;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Parameters;

/** Which registered model version a command is about. */
final class ModelChoice {
  @Parameters(
      paramLabel = "MODEL",
      description = "Id and version, as 'model list' shows them, such as tidemark-core@1.0.0.")
  private String model;

  /** As the user wrote it. */
  String text() {
    return model;
  }

  /** The registered model meant. */
  Model in(Administration administration) {
    List<Model> all = administration.models().list();
    return all.stream()
        .filter(it -> it.id().equals(model.replace('@', ' ')))
        .findFirst()
        .orElseThrow(() -> new CommandFailure(refusal(all)));
  }

  /** A model's id as it is written on the command line. */
  static String text(String id) {
    return id.replace(' ', '@');
  }

  private String refusal(List<Model> all) {
    String none = "There is no model '" + model + "'";
    return all.isEmpty()
        ? none + "; none is registered yet. Register one with 'tidemark model add FILE'."
        : none
            + ". There are: "
            + all.stream().map(it -> text(it.id())).collect(Collectors.joining(", "))
            + ".";
  }
}
