// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.awaitility.Awaitility.await;

import dev.tidemark.fake.aws.FakeAws;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** moto, started as a server of its own on a free port of this machine. */
final class Moto implements AutoCloseable {
  private final Process process;
  private final int port;

  private Moto(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it from where {@code .ci/emulators} has put it. */
  static Moto start() throws IOException {
    Path program =
        Path.of(System.getProperty("tidemark.emulators", "target/emulators"))
            .resolve("python/bin/moto_server");
    if (!Files.isExecutable(program)) {
      throw new AssertionError("there is no " + program + ": run .ci/emulators first");
    }
    int port = freePort();
    Process process =
        new ProcessBuilder(program.toString(), "-H", "127.0.0.1", "-p", Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Moto moto = new Moto(process, port);
    await().atMost(Duration.ofMinutes(2)).until(moto::answers);
    return moto;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** A client of the vendor's for it. */
  <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .httpClient(UrlConnectionHttpClient.create())
        .region(Region.of(Things.HERE))
        .endpointOverride(address())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(FakeAws.ACCESS_KEY, FakeAws.SECRET_KEY)))
        .build();
  }

  @Override
  public void close() {
    process.destroy();
  }

  private boolean answers() {
    if (!process.isAlive()) {
      throw new AssertionError("moto_server ended with " + process.exitValue());
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
