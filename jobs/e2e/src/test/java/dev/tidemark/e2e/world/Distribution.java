// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.world;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a distribution of Flink starts its processes: with what it holds, and nothing of ours. */
final class Distribution {
  /** By the folders of a Maven repository. */
  private static final Pattern HELD =
      Pattern.compile(
          ".*[/\\\\](org[/\\\\]apache[/\\\\](flink|commons)|commons-\\w+|at[/\\\\]yawk"
              + "|org[/\\\\](javassist|objenesis|slf4j|snakeyaml|xerial)"
              + "|com[/\\\\](esotericsoftware|twitter|google[/\\\\]code[/\\\\]findbugs)"
              + "|ch[/\\\\]qos[/\\\\]logback)[/\\\\].*");

  private Distribution() {}

  /** A command line for a JVM. */
  static List<String> command(List<String> options, List<String> program) {
    return command(List.of(), options, program);
  }

  /** The same with more on its class path, in front: Flink's scripts put its own jar last. */
  static List<String> command(List<String> more, List<String> options, List<String> program) {
    String classPath =
        Stream.concat(more.stream(), held()).collect(Collectors.joining(File.pathSeparator));
    return Stream.of(Command.java(), options, List.of("-classpath", classPath), program)
        .flatMap(List::stream)
        .toList();
  }

  private static Stream<String> held() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> HELD.matcher(entry).matches());
  }

  /** Free at the same time, so different. */
  static int[] freePorts(int count) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int number = 0; number < count; number++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      int[] ports = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
      for (ServerSocket socket : sockets) {
        socket.close();
      }
      return ports;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
