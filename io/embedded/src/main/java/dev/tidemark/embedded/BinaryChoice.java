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
    List<BinaryArchive> archives = plan.binaries().archives(Platform.current());
    return wanted()
        .map(major -> ofMajor(archives, major))
        .orElseGet(() -> unpackedNewestFirst(archives))
        .findFirst()
        .orElseThrow(() -> missing(archives));
  }

  private Optional<Integer> wanted() {
    Optional<Integer> asked = plan.major().stream().boxed().findFirst();
    Optional<Integer> present = directory.major();
    if (asked.isPresent() && present.isPresent() && !asked.equals(present)) {
      throw new EmbeddedServerException(
          "The data directory "
              + directory.root()
              + " was made by PostgreSQL "
              + present.get()
              + " and cannot be served by PostgreSQL "
              + asked.get()
              + ". Use version "
              + present.get()
              + ", or a new directory and dump and restore the data.");
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
    List<String> command =
        account.command(List.of(Binaries.program(home, "postgres"), "--version"));
    try {
      ToolRun run = ToolRun.of(command, Path.of("/"));
      return PostgresVersion.lastIn(run.succeeded() ? run.output() : "")
          .orElseThrow(() -> unusable(home, run.lastWords()));
    } catch (IOException failure) {
      throw unusable(home, Reason.of(failure));
    }
  }

  private EmbeddedServerException unusable(Path home, String why) {
    return new EmbeddedServerException(
        "The PostgreSQL binaries in "
            + home
            + " do not run: "
            + why
            + ". Check that they are for"
            + " this system and that "
            + account
            + " can enter their folder; withBinaryCache names"
            + " another one.");
  }

  private EmbeddedServerException missing(List<BinaryArchive> archives) {
    String what = wanted().map(major -> "PostgreSQL " + major).orElse("PostgreSQL");
    Platform platform = Platform.current();
    return new EmbeddedServerException(
        "No binaries of "
            + what
            + " for "
            + platform.system()
            + " "
            + platform.processor()
            + " were found on "
            + plan.binaries().description()
            + found(archives)
            + ", but the data directory "
            + directory.root()
            + " needs them. Add "
            + platform.artifact()
            + " of that version, or use a PostgreSQL server of your own.");
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
