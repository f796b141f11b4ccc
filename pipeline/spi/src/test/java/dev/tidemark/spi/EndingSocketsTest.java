// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

final class EndingSocketsTest {
  @Test
  void skippingFailsAtTheEndOnly() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client =
            new EndingSockets().createSocket(server.getInetAddress(), server.getLocalPort())) {
      try (Socket accepted = server.accept()) {
        accepted.getOutputStream().write(new byte[] {1, 2, 3});
      }
      InputStream in = client.getInputStream();
      assertThat(in.skip(0)).isZero();
      assertThat(in.read()).isEqualTo(1);
      long left = 2;
      while (left > 0) {
        left -= in.skip(left);
      }
      assertThatThrownBy(() -> in.skip(1)).isInstanceOf(EOFException.class);
    }
  }
}
