// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that holds one jar, and jobs that bring another. */
final class OneBuildTest {
  private static final String NAME = OneBuild.class.getName();
  private static final String FILE = NAME.replace('.', '/') + ".class";

  @TempDir Path folder;

  @Test
  void aJobThatComesAsTheClusterHasItIsWorkedFor() throws Exception {
    Path held = jar("held.jar", "one");
    try (URLClassLoader cluster = loader(ClassLoader.getPlatformClassLoader(), held);
        URLClassLoader named = loader(cluster, held);
        URLClassLoader sent = loader(cluster, Files.copy(held, folder.resolve("sent.jar")))) {
      Class<?> loaded = cluster.loadClass(NAME);
      assertThatCode(() -> OneBuild.require(loaded, named)).doesNotThrowAnyException();
      assertThatCode(() -> OneBuild.require(loaded, sent)).doesNotThrowAnyException();
    }
  }

  @Test
  void aJobOfAnotherBuildIsRefused() throws Exception {
    try (URLClassLoader cluster =
            loader(ClassLoader.getPlatformClassLoader(), jar("held.jar", "one"));
        URLClassLoader job = loader(cluster, jar("sent.jar", "another"))) {
      Class<?> loaded = job.loadClass(NAME);
      assertThatThrownBy(() -> OneBuild.require(loaded, job))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("sent.jar")
          .hasMessageContaining("held.jar")
          .hasMessageContaining("submit the jar it has");
    }
  }

  /** Flink's usual order: what the job brought is what is loaded. */
  @Test
  void aJobWhoseOwnCodeIsLoadedMayBeOfAnyBuild() throws Exception {
    try (URLClassLoader cluster =
            loader(ClassLoader.getPlatformClassLoader(), jar("held.jar", "one"));
        URLClassLoader job = new OwnFirst(cluster, jar("sent.jar", "another"))) {
      Class<?> loaded = job.loadClass(NAME);
      assertThatCode(() -> OneBuild.require(loaded, job)).doesNotThrowAnyException();
    }
  }

  @Test
  void whatIsNotInJarsIsLeftAlone() {
    assertThatCode(OneBuild::require).doesNotThrowAnyException();
  }

  private static URLClassLoader loader(ClassLoader parent, Path jar) throws IOException {
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, parent);
  }

  private Path jar(String name, String content) throws IOException {
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        InputStream own = OneBuild.class.getClassLoader().getResourceAsStream(FILE)) {
      out.putNextEntry(new JarEntry(FILE));
      Objects.requireNonNull(own).transferTo(out);
      out.putNextEntry(new JarEntry("content"));
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  /** Looks into its own jar before it asks its parent. */
  private static final class OwnFirst extends URLClassLoader {
    OwnFirst(ClassLoader parent, Path jar) throws IOException {
      super(new URL[] {jar.toUri().toURL()}, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      return name.equals(NAME) ? findClass(name) : super.loadClass(name, resolve);
    }
  }
}
