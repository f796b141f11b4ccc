// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Organisations.Organisation;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which organisation a command is about; where there is only one it need not be said. */
public final class OrganisationChoice {
  @Option(
      names = "--organisation",
      paramLabel = "NAME",
      description = "The organisation; needed where there is more than one.")
  private @Nullable String name;

  /** The organisation that was named, or the only one. */
  public Organisation in(Administration administration) {
    return find(administration, name);
  }

  /** The organisation of that name, or the only one where no name is given. */
  public static Organisation find(Administration administration, @Nullable String name) {
    List<Organisation> all = administration.organisations().list();
    List<Organisation> meant =
        all.stream().filter(it -> name == null || it.name().equals(name)).toList();
    if (meant.size() == 1) {
      return meant.get(0);
    }
    throw new CommandFailure(refusal(all, name));
  }

  private static String refusal(List<Organisation> all, @Nullable String name) {
    if (all.isEmpty()) {
      return "There is no organisation yet. Add a connector with 'tidemark connector add FILE'.";
    }
    String known = all.stream().map(Organisation::name).collect(Collectors.joining(", "));
    return name == null
        ? "There is more than one organisation. Name one of: " + known + "."
        : "There is no organisation '" + name + "'. There are: " + known + ".";
  }
}
