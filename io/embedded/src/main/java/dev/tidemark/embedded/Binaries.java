// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/** Unpacked PostgreSQL binaries of one version. */
record Binaries(Path home, PostgresVersion version) {

  /** The program {@code name}: initdb, pg_ctl or postgres; the archives carry no others. */
  String program(String name) {
    return program(home, name);
  }

  static String program(Path home, String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /** Whether the contributed module {@code name} can be preloaded. */
  boolean carries(String name) {
    Path modules = home.resolve("lib").resolve("postgresql");
    return Files.exists(modules.resolve(name + ".so"))
        || Files.exists(modules.resolve(name + ".dylib"));
  }
}
