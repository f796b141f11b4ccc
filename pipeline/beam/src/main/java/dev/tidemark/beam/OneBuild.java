// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.beam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whether the code in this JVM is that of the job it works for. A cluster may hold Tidemark on its
 * own class path, where classes stay loaded from job to job; a job of another build would be run by
 * that code, and nobody would be told.
 */
public final class OneBuild {
  private OneBuild() {}

  /**
   * Refuses to work for the job of this thread where it came with another build than the one that
   * is loaded. Compares files, which takes a moment.
   *
   * @throws IllegalStateException naming both
   */
  public static void require() {
    require(OneBuild.class, Thread.currentThread().getContextClassLoader());
  }

  static void require(Class<?> loaded, ClassLoader ofJob) {
    Set<Path> inUse = jars(loaded, loaded.getClassLoader());
    Set<Path> brought = jars(loaded, ofJob);
    brought.removeAll(inUse);
    for (Path jar : brought) {
      if (inUse.stream().noneMatch(it -> isSame(it, jar))) {
        throw new IllegalStateException(
            "the job came as "
                + jar
                + ", and this process runs another build of Tidemark in its place, "
                + inUse
                + ": start the cluster anew with the job's jar on its class path, or submit the"
                + " jar it has");
      }
    }
  }

  /** The jars a class loader has the class in; folders are for whoever develops. */
  private static Set<Path> jars(Class<?> wanted, ClassLoader loader) {
    Set<Path> jars = new LinkedHashSet<>();
    try {
      String name = wanted.getName().replace('.', '/') + ".class";
      for (URL found : Collections.list(loader.getResources(name))) {
        if (found.openConnection() instanceof JarURLConnection jar) {
          jars.add(Path.of(jar.getJarFileURL().toURI()).toRealPath());
        }
      }
      return jars;
    } catch (IOException failure) {
      throw new UncheckedIOException("a jar of the class path cannot be read", failure);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.mismatch(one, other) < 0;
    } catch (IOException failure) {
      throw new UncheckedIOException("%s and %s cannot be compared".formatted(one, other), failure);
    }
  }
}
