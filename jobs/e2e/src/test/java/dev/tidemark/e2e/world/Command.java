// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How the launcher starts the command: a JVM with 1 GB of heap, and Flink let into the JDK. */
public final class Command {
  private static final List<String> SIGNALS = List.of("env", "--default-signal=INT");
  private static final boolean RESETS_SIGNALS = works();

  private Command() {}

  /** The command line for these arguments, on what the build has packaged. */
  public static List<String> line(List<String> arguments) {
    List<String> program = List.of("-classpath", shipped(), "dev.tidemark.job.command.Tidemark");
    return Stream.of(signals(), java(), opens(), archived(), properties(), program, arguments)
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> archived() {
    return List.of("-XX:SharedArchiveFile=" + ClassArchive.made(), "-Xlog:cds=off");
  }

  /** Jar and libraries, as the launcher has them on its class path. */
  static String shipped() {
    Path jar = jar();
    return jar + File.pathSeparator + jar.resolveSibling("lib").resolve("*");
  }

  /** The job's jar, as a cluster takes it. */
  public static Path jar() {
    Path jar = Path.of("..", "maturity", "target", "tidemark.jar").toAbsolutePath().normalize();
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is not there: run 'mvn verify', not 'mvn test'");
    }
    return jar;
  }

  /** A build in the background of a shell ignores Ctrl-C, and its children would inherit that. */
  private static List<String> signals() {
    return RESETS_SIGNALS ? SIGNALS : List.of();
  }

  public static List<String> java() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return Stream.concat(
            Stream.of(java, "-Xmx1g", "-XX:+ExitOnOutOfMemoryError", "-Xshare:auto"), more())
        .toList();
  }

  /** What the launcher takes from TIDEMARK_JAVA: further options for the JVM; or the build's. */
  private static Stream<String> more() {
    String usual = System.getProperty("commands.jvm", "");
    String options = System.getenv().getOrDefault("TIDEMARK_JAVA", usual);
    return Stream.of(options.split(" ")).filter(option -> !option.isBlank());
  }

  /** The build gives its tests what the launcher gives the command. */
  public static List<String> opens() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(it -> it.startsWith("--add-opens"))
        .toList();
  }

  /** Where binaries of PostgreSQL are, if somebody said so. */
  private static List<String> properties() {
    return Stream.of("tidemark.embedded.cache", "tidemark.embedded.binaries")
        .filter(name -> System.getProperty(name) != null)
        .map(name -> "-D" + name + "=" + System.getProperty(name))
        .toList();
  }

  private static boolean works() {
    try {
      Process probe =
          new ProcessBuilder(
                  Stream.concat(SIGNALS.stream(), Stream.of("true")).toArray(String[]::new))
              .redirectErrorStream(true)
              .start();
      return probe.waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
