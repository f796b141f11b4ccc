// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.azure;

import static org.awaitility.Awaitility.await;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Azurite, started as a server of its own on a free port of this machine. */
final class Azurite implements AutoCloseable {
  /** The account every Azurite has, and its key, which its documentation prints. */
  static final String ACCOUNT = "devstoreaccount1";

  private static final String KEY =
      "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq"
          + "/K1SZFPTOtr/KBHBeksoGMGw==";

  private final Process process;
  private final int port;

  private Azurite(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it from where {@code .ci/emulators} has put it. */
  static Azurite start() throws IOException {
    Path program =
        Path.of(System.getProperty("tidemark.emulators", "target/emulators"))
            .resolve("node/node_modules/.bin/azurite-blob");
    if (!Files.isExecutable(program)) {
      throw new AssertionError("there is no " + program + ": run .ci/emulators first");
    }
    int port = freePort();
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--blobHost",
                "127.0.0.1",
                "--blobPort",
                Integer.toString(port),
                "--inMemoryPersistence",
                "--skipApiVersionCheck",
                "--disableTelemetry",
                "--silent")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Azurite azurite = new Azurite(process, port);
    await().atMost(Duration.ofMinutes(2)).until(azurite::answers);
    return azurite;
  }

  /** Where accounts lie; {@code {account}} stands for one. */
  String address() {
    return "http://127.0.0.1:" + port + "/{account}";
  }

  /** The vendor's client for it. */
  BlobServiceClient client() {
    return new BlobServiceClientBuilder()
        .endpoint(address().replace("{account}", ACCOUNT))
        .credential(new StorageSharedKeyCredential(ACCOUNT, KEY))
        .httpClient(new JdkHttpClientBuilder().build())
        .buildClient();
  }

  @Override
  public void close() {
    process.destroy();
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new AssertionError("azurite-blob ended with " + process.exitValue());
    }
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
