// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the binaries a plan and a data directory call for, and unpacks them. */
record BinaryChoice(ServerPlan plan, DataDirectory directory, Account account) {

  private static final Comparator<BinaryArchive> NEWEST_FIRST =
      Comparator.comparing(
          (BinaryArchive archive) -> archive.namedVersion().orElse(null),
          Comparator.nullsFirst(Comparator.<PostgresVersion>reverseOrder()));

  /** The newest binaries of the wanted major; any major will do for a directory without cluster. */
  Binaries choose() {
    Optional<Integer> wanted = wanted();
    List<BinaryArchive> archives = plan.binaries().archives(Platform.current());
    return wanted
        .map(major -> ofMajor(archives, major))
        .orElseGet(() -> unpackedNewestFirst(archives))
        .findFirst()
        .orElseThrow(() -> missing(wanted, archives));
  }

  private Optional<Integer> wanted() {
    Optional<Integer> asked = plan.major().stream().boxed().findFirst();
    Optional<Integer> present = directory.major();
    if (asked.isPresent() && present.isPresent() && !asked.equals(present)) {
      throw new EmbeddedServerException(
          ("The data directory %s was made by PostgreSQL %d and cannot be served by PostgreSQL %d."
                  + " Use version %2$d, or dump the data and restore it into a new directory.")
              .formatted(directory.root(), present.get(), asked.get()));
    }
    return present.or(() -> asked);
  }

  private Stream<Binaries> ofMajor(List<BinaryArchive> archives, int major) {
    List<BinaryArchive> likely =
        archives.stream()
            .filter(it -> it.namedVersion().map(named -> named.major() == major).orElse(true))
            .toList();
    return unpackedNewestFirst(likely).filter(it -> it.version().major() == major);
  }

  private Stream<Binaries> unpackedNewestFirst(List<BinaryArchive> archives) {
    return archives.stream().sorted(NEWEST_FIRST).map(this::unpack);
  }

  private Binaries unpack(BinaryArchive archive) {
    Path home = plan.cache().unpacked(archive);
    return new Binaries(home, version(home));
  }

  private PostgresVersion version(Path home) {
    String program = Binaries.program(home, "postgres");
    try {
      ToolRun run = ToolRun.of(account.command(List.of(program, "--version")), Path.of("/"));
      return PostgresVersion.printed(run.succeeded() ? run.output() : "")
          .orElseThrow(() -> unusable(home, run.lastWords()));
    } catch (IOException failure) {
      throw unusable(home, Reason.of(failure));
    }
  }

  private EmbeddedServerException unusable(Path home, String why) {
    return new EmbeddedServerException(
        ("The PostgreSQL binaries in %s do not run as %s: %s. Check that they are for this system"
                + " and that this account may enter their folder; withBinaryCache names another.")
            .formatted(home, account.description(), why));
  }

  private EmbeddedServerException missing(Optional<Integer> wanted, List<BinaryArchive> archives) {
    Platform platform = Platform.current();
    return new EmbeddedServerException(
        ("No binaries of PostgreSQL%s for %s were found in %s%s, but the data directory %s needs"
                + " them. Add %s of that version, or use a PostgreSQL server of your own.")
            .formatted(
                wanted.map(major -> " " + major).orElse(""),
                platform,
                plan.binaries().description(),
                found(archives),
                directory.root(),
                platform.artifact()));
  }

  private static String found(List<BinaryArchive> archives) {
    List<String> versions =
        archives.stream()
            .flatMap(archive -> archive.namedVersion().stream())
            .sorted()
            .map(PostgresVersion::toString)
            .toList();
    return versions.isEmpty() ? "" : " (only " + String.join(", ", versions) + ")";
  }
}
