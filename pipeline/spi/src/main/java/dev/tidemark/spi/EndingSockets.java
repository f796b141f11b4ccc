// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets on which skipping fails where the stream has ended, for PostgreSQL's driver: it skips
 * messages it has no use for and takes zero for progress still to come, so after an answer in
 * another protocol it went round for ever at full speed (pgjdbc #4358; the newest release does not
 * have it). Drivers make one by name. Safe for use by several threads.
 */
public final class EndingSockets extends SocketFactory {
  /** For the driver. */
  public EndingSockets() {}

  @Override
  public Socket createSocket() {
    return new EndingSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(InetAddress.getByName(host), port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return createSocket(InetAddress.getByName(host), port, local, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    Socket socket = createSocket();
    socket.bind(new InetSocketAddress(local, localPort));
    socket.connect(new InetSocketAddress(host, port));
    return socket;
  }

  private static final class EndingSocket extends Socket {
    @Override
    public InputStream getInputStream() throws IOException {
      return new EndingStream(super.getInputStream());
    }
  }

  private static final class EndingStream extends FilterInputStream {
    EndingStream(InputStream in) {
      super(in);
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(count);
      if (skipped > 0 || count <= 0) {
        return skipped;
      }
      if (read() < 0) {
        throw new EOFException("the connection ended in the middle of a message");
      }
      return 1;
    }
  }
}
