// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A jar with nothing in it: Beam ships the whole class path unless it is told what to ship. */
final class EmptyJar {
  static final String NAME = "nothing.jar";

  private EmptyJar() {}

  /** Makes one in a folder. */
  static Path in(Path folder) {
    return in(folder, new Manifest());
  }

  /** The same, which has its classes from another one wherever it is loaded. */
  static Path in(Path folder, Path classes) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classes.toUri().toString());
    return in(folder, manifest);
  }

  private static Path in(Path folder, Manifest manifest) {
    Path jar = folder.resolve(NAME);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file, manifest)) {
      entries.putNextEntry(new ZipEntry("META-INF/services/"));
      return jar;
    } catch (IOException failure) {
      throw new FlinkException("The file " + jar + " cannot be written", failure);
    }
  }
}
