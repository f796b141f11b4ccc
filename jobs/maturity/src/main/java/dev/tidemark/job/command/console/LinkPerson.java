// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.console.Console;
import dev.tidemark.console.access.People;
import dev.tidemark.console.access.Token;
import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.DatabaseChoice;
import dev.tidemark.job.command.OpenDatabase;
import dev.tidemark.job.command.Output;
import dev.tidemark.postgres.database.Database;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a link for somebody who is new or whose session is lost. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = {
      "Make a link that lets somebody into the console, once and within a day.",
      "It takes the place of those they have not used; whoever has it is let in as them."
    })
public final class LinkPerson implements Callable<Integer> {
  private static final String FIRST = "Administrator";

  @Mixin private DatabaseChoice choice;
  @Mixin private Output output;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      defaultValue = FIRST,
      description = "Who; see 'tidemark console people' (default: ${DEFAULT-VALUE}).")
  private String person;

  @Option(
      names = "--origin",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8085",
      description = "Where people reach the console (default: ${DEFAULT-VALUE}).")
  private URI origin;

  @Option(names = "--dry-run", description = "Only say whether there is somebody of that name.")
  private boolean dryRun;

  @Override
  public Integer call() {
    try (OpenDatabase opened = choice.openExisting();
        Database database = opened.access().database()) {
      Optional<Token> link = link(new People(database));
      output.print(() -> facts(link), () -> Stream.of(text(link)));
    }
    return 0;
  }

  private Optional<Token> link(People people) {
    if (!people.knows(person)) {
      throw new CommandFailure(unknown(people));
    }
    return dryRun ? Optional.empty() : people.link(person, Console.LINK_GOOD);
  }

  private String unknown(People people) {
    String known =
        people.list().stream()
            .map(People.Grant::person)
            .distinct()
            .collect(Collectors.joining(", "));
    String others = known.isEmpty() ? "Nobody is known yet." : "There are: " + known + ".";
    return "Nobody is called '"
        + person
        + "'. "
        + others
        + " 'tidemark console grant' adds somebody; a console that starts adds the first"
        + " administrator.";
  }

  private JsonNode facts(Optional<Token> link) {
    return Output.JSON
        .createObjectNode()
        .put("person", person)
        .put("dry_run", dryRun)
        .put("good_for", Console.LINK_GOOD.toString())
        .put("link", link.map(Token::reveal).orElse(null))
        .put("url", link.map(it -> Console.entrance(origin, it).toString()).orElse(null));
  }

  private String text(Optional<Token> link) {
    return link.map(it -> Console.entrance(origin, it).toString())
        .orElse(person + " would be given a link (--dry-run).");
  }
}
