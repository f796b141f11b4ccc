// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where packed PostgreSQL binaries are looked for. */
sealed interface BinarySource {

  /** Every archive for {@code platform} found here, in no particular order. */
  List<BinaryArchive> archives(Platform platform);

  /** What to call this place in a message. */
  String description();

  /** The place named, else the system property's directory together with the class path. */
  static BinarySource standard() {
    return Optional.ofNullable(System.getProperty(Folder.PROPERTY))
        .<BinarySource>map(folder -> new Both(new Folder(Path.of(folder)), new ClassPath()))
        .orElseGet(ClassPath::new);
  }

  /** One binaries jar, or a folder of them. */
  static BinarySource at(Path jarOrFolder) {
    return Files.isDirectory(jarOrFolder) ? new Folder(jarOrFolder) : new Jar(jarOrFolder);
  }

  /** Every archive visible to this library's class loader, however many share one name. */
  record ClassPath() implements BinarySource {
    @Override
    public List<BinaryArchive> archives(Platform platform) {
      try {
        ClassLoader loader = ClassPath.class.getClassLoader();
        return Collections.list(loader.getResources(platform.archiveName())).stream()
            .map(URL::toString)
            .map(URI::create)
            .map(BinaryArchive::new)
            .toList();
      } catch (IOException failure) {
        throw new UncheckedIOException("the class path cannot be searched", failure);
      }
    }

    @Override
    public String description() {
      return "the class path";
    }
  }

  /** One jar. */
  record Jar(Path path) implements BinarySource {
    @Override
    public List<BinaryArchive> archives(Platform platform) {
      return Stream.of(BinaryArchive.inJar(path, platform)).filter(BinaryArchive::exists).toList();
    }

    @Override
    public String description() {
      return path.toString();
    }
  }

  /** A folder of jars, such as one that a build copies several PostgreSQL majors into. */
  record Folder(Path path) implements BinarySource {
    static final String PROPERTY = "tidemark.embedded.binaries";

    @Override
    public List<BinaryArchive> archives(Platform platform) {
      try (Stream<Path> files = Files.list(path)) {
        return files
            .filter(file -> file.toString().endsWith(".jar"))
            .map(file -> BinaryArchive.inJar(file, platform))
            .filter(BinaryArchive::exists)
            .toList();
      } catch (IOException failure) {
        throw new EmbeddedServerException(
            "The folder of PostgreSQL binaries "
                + path
                + " cannot be read. Create it, or leave"
                + " the system property "
                + PROPERTY
                + " unset.",
            failure);
      }
    }

    @Override
    public String description() {
      return path.toString();
    }
  }

  /** One place and then another. */
  record Both(BinarySource first, BinarySource second) implements BinarySource {
    @Override
    public List<BinaryArchive> archives(Platform platform) {
      return Stream.of(first, second).flatMap(it -> it.archives(platform).stream()).toList();
    }

    @Override
    public String description() {
      return first.description() + " and " + second.description();
    }
  }
}
