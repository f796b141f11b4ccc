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

  /** Names a jar or folder to look in before the class path. */
  String PROPERTY = "tidemark.embedded.binaries";

  /** Every archive for {@code platform} found here, in no particular order. */
  List<BinaryArchive> archives(Platform platform);

  /** What to call this place in a message. */
  String description();

  static BinarySource standard() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .<BinarySource>map(path -> new Both(new Folder(Path.of(path)), new ClassPath()))
        .orElseGet(ClassPath::new);
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

  /**
   * A binaries jar, a bare archive, or a folder of either, where bare archives lie in a subfolder
   * for each major version.
   */
  record Folder(Path path) implements BinarySource {

    private static final int DEPTH = 2;

    @Override
    public List<BinaryArchive> archives(Platform platform) {
      try (Stream<Path> files = Files.walk(path.toAbsolutePath(), DEPTH)) {
        return files.flatMap(file -> archive(file, platform).stream()).toList();
      } catch (IOException | UncheckedIOException failure) {
        throw new EmbeddedServerException(
            "PostgreSQL binaries are looked for in "
                + path
                + ", which cannot be read. Name the"
                + " jar or the folder that holds them.",
            failure);
      }
    }

    private static Optional<BinaryArchive> archive(Path file, Platform platform) {
      if (file.endsWith(platform.archiveName())) {
        return Optional.of(new BinaryArchive(file.toUri()));
      }
      return Optional.of(file)
          .filter(it -> it.toString().endsWith(".jar"))
          .map(jar -> BinaryArchive.inJar(jar, platform))
          .filter(BinaryArchive::exists);
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
