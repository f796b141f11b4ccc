// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Where the console listens and where people reach it.
 *
 * @param host the address of this machine to listen at
 * @param port 0 for a free one
 * @param origin where people reach it, over TLS; null where only this machine does
 */
public record ConsoleAddress(String host, int port, @Nullable URI origin) {
  private static final String HERE = "127.0.0.1";

  public ConsoleAddress {
    if (origin == null && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "The console would be reached from elsewhere at "
              + host
              + ": say under which https:// origin, and have TLS end in front of it.");
    }
    if (origin != null && (!"https".equals(origin.getScheme()) || origin.getHost() == null)) {
      throw new IllegalArgumentException(
          "The console's origin "
              + origin
              + " is none: write it like https://tidemark.example.com");
    }
  }

  /** On this machine alone. */
  public static ConsoleAddress here(int port) {
    return new ConsoleAddress(HERE, port, null);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      throw new IllegalArgumentException(
          "The console cannot listen at " + host + ": that is no address of this machine.",
          unknown);
    }
  }
}
