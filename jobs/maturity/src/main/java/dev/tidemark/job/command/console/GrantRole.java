// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.console.access.People;
import dev.tidemark.console.access.People.Grant;
import dev.tidemark.console.access.Role;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.OrganisationChoice;
import dev.tidemark.job.command.Output;
import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.Organisations.Organisation;
import dev.tidemark.postgres.database.Database;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what somebody may do in the console. */
@Command(
    name = "grant",
    mixinStandardHelpOptions = true,
    description = {
      "Say what somebody may do in the console; who is new is added.",
      "It holds from their next request on. 'tidemark console link NAME' lets them in."
    })
public final class GrantRole implements Callable<Integer> {
  /** What may be given; none takes away. */
  enum Given {
    VIEWER,
    EDITOR,
    ADMINISTRATOR,
    NONE;

    @Nullable Role role() {
      return this == NONE ? null : Role.valueOf(name());
    }
  }

  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Parameters(paramLabel = "NAME", description = "Who.")
  private String person;

  @Parameters(
      paramLabel = "ROLE",
      description = {
        "viewer sees everything but settings and audit, editor changes connectors as well,",
        "administrator sees the audit as well; none takes away."
      })
  private Given given;

  @Option(
      names = "--organisation",
      paramLabel = "NAME",
      description = "Where; without it in every organisation, those to come too.")
  private @Nullable String organisation;

  @Option(names = "--dry-run", description = "Only say what would change.")
  private boolean dryRun;

  @Override
  public Integer call() {
    try (OpenDatabase opened = choice.openExisting();
        Database database = opened.access().database()) {
      OrganisationId where = organisation == null ? null : found(opened, organisation);
      People people = new People(database);
      Optional<Role> before = before(people);
      if (!dryRun) {
        people.grant(person, where, given.role());
      }
      output.print(() -> facts(before), () -> Stream.of(text(before)));
    }
    return 0;
  }

  private static OrganisationId found(OpenDatabase opened, String name) {
    try (Administration administration = Administration.of(opened.access())) {
      Organisation found = OrganisationChoice.find(administration, name);
      return found.id();
    }
  }

  private Optional<Role> before(People people) {
    return people.list().stream()
        .filter(it -> it.person().equals(person))
        .filter(it -> Objects.equals(it.organisation(), organisation))
        .map(Grant::role)
        .flatMap(Stream::ofNullable)
        .findFirst();
  }

  private JsonNode facts(Optional<Role> before) {
    return Output.JSON
        .createObjectNode()
        .put("person", person)
        .put("organisation", organisation)
        .put("before", before.map(Role::word).orElse(null))
        .put("role", given.role() == null ? null : given.role().word())
        .put("dry_run", dryRun);
  }

  private String text(Optional<Role> before) {
    return "%s: %s %s, was %s%s"
        .formatted(
            person,
            words(given.role()),
            organisation == null ? "everywhere" : "in " + organisation,
            words(before.orElse(null)),
            dryRun ? " (nothing was changed: --dry-run)" : "");
  }

  private static String words(@Nullable Role role) {
    return role == null ? "nothing" : role.word();
  }
}
