// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EmptyJarTest {
  @TempDir private Path folder;

  /** A cluster loads what it is sent from a file of its own, whose name has no ending. */
  @Test
  void hasItsClassesFromTheOtherOneWhereverItIs() throws IOException {
    Path other = jarWith("there/is.txt", Files.createDirectory(folder.resolve("of the image")));
    Path sent = Files.createDirectory(folder.resolve("elsewhere")).resolve("blob");
    Files.move(EmptyJar.in(folder, other), sent);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {sent.toUri().toURL()}, null)) {
      assertThat(loader.getResource("there/is.txt")).isNotNull();
    }
  }

  @Test
  void holdsNothing() throws IOException {
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {EmptyJar.in(folder).toUri().toURL()}, null)) {
      assertThat(loader.getResource("there/is.txt")).isNull();
    }
  }

  private static Path jarWith(String entry, Path place) throws IOException {
    Path jar = place.resolve("other.jar");
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      entries.putNextEntry(new ZipEntry(entry));
    }
    return jar;
  }
}
