// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Organisations.Organisation;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The connector or outlet a command is about, by its name. Whose it is need be said only where more
 * than one organisation has one of that name.
 */
public final class OwnedChoice {
  @Option(
      names = "--organisation",
      paramLabel = "NAME",
      description = "Whose it is; needed where more than one organisation has one of that name.")
  private @Nullable String organisation;

  @Parameters(index = "0", paramLabel = "NAME", description = "The name it was added under.")
  private String name;

  public String name() {
    return name;
  }

  /**
   * The only one of that name, or a failure that says which there are.
   *
   * @param kind what they are called, also by the command that adds them
   * @param named the name of one
   * @param entries those of an organisation
   */
  public <T> T in(
      Administration administration,
      String kind,
      Function<T, String> named,
      Function<OrganisationId, List<T>> entries) {
    List<Owned<T>> all = Owned.of(owners(administration), entries);
    List<Owned<T>> meant = all.stream().filter(it -> named.apply(it.entry()).equals(name)).toList();
    if (meant.size() == 1) {
      return meant.get(0).entry();
    }
    throw new CommandFailure(meant.isEmpty() ? unknown(kind, named, all) : ambiguous(kind, meant));
  }

  private List<Organisation> owners(Administration administration) {
    return organisation == null
        ? administration.organisations().list()
        : List.of(OrganisationChoice.find(administration, organisation));
  }

  private <T> String unknown(String kind, Function<T, String> named, List<Owned<T>> all) {
    String known =
        all.stream()
            .map(it -> named.apply(it.entry()) + " of " + it.owner().name())
            .collect(Collectors.joining(", "));
    return "There is no "
        + kind
        + " '"
        + name
        + (organisation == null ? "'" : "' of " + organisation)
        + (known.isEmpty()
            ? ", nor any other. Add one with 'tidemark " + kind + " add FILE'."
            : ". There are: " + known + ".");
  }

  private <T> String ambiguous(String kind, List<Owned<T>> meant) {
    return "More than one "
        + kind
        + " is called '"
        + name
        + "'. Say whose with --organisation: "
        + meant.stream().map(it -> it.owner().name()).collect(Collectors.joining(", "))
        + ".";
  }
}
