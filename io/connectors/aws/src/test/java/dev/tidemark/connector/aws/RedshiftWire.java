// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A wire from the vendor's driver to a server of PostgreSQL. What the driver says of itself when it
 * connects only Redshift knows, and is left out on the way; the parameter by which it makes a
 * session read only has another name there. Nothing else is changed.
 */
final class RedshiftWire implements AutoCloseable {
  private static final int PROTOCOL = 196_608;
  private static final int ENCRYPTION = 80_877_103;
  private static final Set<String> KNOWN =
      Set.of(
          "user",
          "database",
          "client_encoding",
          "DateStyle",
          "TimeZone",
          "extra_float_digits",
          "application_name");

  private final ServerSocket entry;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  private RedshiftWire(ServerSocket entry, int port) {
    this.entry = entry;
    this.port = port;
  }

  static RedshiftWire to(int port) throws IOException {
    RedshiftWire wire =
        new RedshiftWire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
    start(wire::accept);
    return wire;
  }

  int port() {
    return entry.getLocalPort();
  }

  @Override
  public void close() {
    sockets.forEach(RedshiftWire::shut);
    try {
      entry.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket near = entry.accept();
        sockets.add(near);
        start(() -> carry(near));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void carry(Socket near) {
    try (near;
        Socket far = new Socket(InetAddress.getLoopbackAddress(), port)) {
      sockets.add(far);
      DataInputStream in = new DataInputStream(near.getInputStream());
      begin(in, near, far);
      start(() -> pass(far, near));
      translate(in, new DataOutputStream(far.getOutputStream()));
    } catch (IOException ended) {
      // One side has hung up, so both have.
    }
  }

  private static void begin(DataInputStream in, Socket near, Socket far) throws IOException {
    int length = in.readInt();
    int kind = in.readInt();
    if (kind == ENCRYPTION) {
      near.getOutputStream().write('N');
      begin(in, near, far);
      return;
    }
    byte[] rest = in.readNBytes(length - 8);
    byte[] passed = kind == PROTOCOL ? known(rest) : rest;
    DataOutputStream out = new DataOutputStream(far.getOutputStream());
    out.writeInt(passed.length + 8);
    out.writeInt(kind);
    out.write(passed);
    out.flush();
  }

  private static byte[] known(byte[] parameters) {
    String[] words = new String(parameters, StandardCharsets.UTF_8).split("\0");
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    for (int index = 0; index + 1 < words.length; index += 2) {
      if (KNOWN.contains(words[index])) {
        kept.writeBytes(
            (words[index] + "\0" + words[index + 1] + "\0").getBytes(StandardCharsets.UTF_8));
      }
    }
    kept.write(0);
    return kept.toByteArray();
  }

  /** Message by message: a kind, a length that counts itself, and what is said. */
  private static void translate(DataInputStream in, DataOutputStream out) throws IOException {
    while (true) {
      int kind = in.readUnsignedByte();
      byte[] said = in.readNBytes(in.readInt() - 4);
      byte[] passed = translated(said);
      out.writeByte(kind);
      out.writeInt(passed.length + 4);
      out.write(passed);
      out.flush();
    }
  }

  /** Bytes are letters here, so that nothing else changes. */
  private static byte[] translated(byte[] said) {
    return new String(said, StandardCharsets.ISO_8859_1)
        .replace("readonly=", "default_transaction_read_only=")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException ended) {
      // One side has hung up, so both have.
    }
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }
}
