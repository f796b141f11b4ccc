// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Speaks just enough of PostgreSQL's protocol to say which version it is, and agrees to anything.
 */
final class OldServer implements AutoCloseable {
  private final ServerSocket socket;
  private final String version;

  private OldServer(ServerSocket socket, String version) {
    this.socket = socket;
    this.version = version;
  }

  static OldServer start(String version) throws IOException {
    OldServer server = new OldServer(new ServerSocket(0), version);
    Thread thread = new Thread(server::acceptAll, "old server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket client = socket.accept();
        Thread thread = new Thread(() -> serve(client), "old server's client");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket client) {
    try (client) {
      talk(client);
    } catch (IOException gone) {
      // The client has what it came for.
    }
  }

  private void talk(Socket client) throws IOException {
    DataInputStream in = new DataInputStream(client.getInputStream());
    DataOutputStream out = new DataOutputStream(client.getOutputStream());
    in.readNBytes(in.readInt() - 4);
    send(out, 'R', new byte[4]);
    parameter(out, "server_version", version);
    parameter(out, "client_encoding", "UTF8");
    parameter(out, "DateStyle", "ISO, MDY");
    parameter(out, "TimeZone", "UTC");
    parameter(out, "integer_datetimes", "on");
    parameter(out, "standard_conforming_strings", "on");
    send(out, 'Z', new byte[] {'I'});
    while (true) {
      int type = in.readByte();
      in.readNBytes(in.readInt() - 4);
      answer(out, type);
    }
  }

  /** The driver sets a parameter or two of its own. */
  private static void answer(DataOutputStream out, int type) throws IOException {
    switch (type) {
      case 'P' -> send(out, '1', new byte[0]);
      case 'B' -> send(out, '2', new byte[0]);
      case 'D' -> send(out, 'n', new byte[0]);
      case 'E' -> send(out, 'C', text("SET"));
      case 'S' -> send(out, 'Z', new byte[] {'I'});
      case 'Q' -> {
        send(out, 'C', text("SET"));
        send(out, 'Z', new byte[] {'I'});
      }
      default -> {}
    }
  }

  private static void parameter(DataOutputStream out, String name, String value)
      throws IOException {
    send(out, 'S', text(name + "\0" + value));
  }

  private static byte[] text(String text) {
    return (text + "\0").getBytes(StandardCharsets.UTF_8);
  }

  private static void send(DataOutputStream out, char type, byte[] body) throws IOException {
    out.writeByte(type);
    out.writeInt(body.length + 4);
    out.write(body);
    out.flush();
  }
}
