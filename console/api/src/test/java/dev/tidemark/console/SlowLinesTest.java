// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers whose requests do not come to their end. */
final class SlowLinesTest {
  /** More than are answered at a time. */
  private static final int CALLERS = 8 + 2 * Runtime.getRuntime().availableProcessors();

  private static final String BEGINNING = "{\"link\": ";
  private static final String REST = "\"%s\"}".formatted("A".repeat(43));

  @Test
  @Timeout(600)
  void nobodyWaitsForThem() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int caller = 0; caller < CALLERS; caller++) {
        slow.add(begun());
      }
      assertThat(Served.visitor().get("/api/sign-in").status()).isEqualTo(200);
      assertThat(ended(slow.get(0))).as("the one that came first").startsWith("HTTP/1.1 401 ");
    } finally {
      for (Socket each : slow) {
        each.close();
      }
    }
  }

  /** Sends the rest and answers how the answer begins; nobody has given up waiting for it. */
  private static String ended(Socket socket) throws IOException {
    socket.getOutputStream().write(REST.getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)).readLine();
  }

  private static Socket begun() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), Served.CONSOLE.port());
    String request =
        """
        POST /api/session HTTP/1.1
        Host: 127.0.0.1:%d
        Content-Type: application/json
        Content-Length: %d

        """
            .formatted(Served.CONSOLE.port(), (BEGINNING + REST).length())
            .replace("\n", "\r\n");
    socket.getOutputStream().write((request + BEGINNING).getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
