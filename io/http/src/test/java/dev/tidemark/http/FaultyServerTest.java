// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server written by others that breaks connections in every way, over HTTP/1.1 and HTTP/2. */
class FaultyServerTest {
  private static final String BODY = "{\"value\":[" + "1,".repeat(50_000) + "1]}";

  private final MockWebServer server = new MockWebServer();
  private final SSLContext usual = usual();

  @AfterEach
  void close() throws IOException {
    server.close();
    SSLContext.setDefault(usual);
  }

  static Stream<SocketEffect> breaks() {
    return Stream.of(
        new SocketEffect.CloseSocket(),
        new SocketEffect.CloseSocket(false, true, true),
        new SocketEffect.CloseSocket(false, false, true));
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void brokenBodyIsTransient(SocketEffect effect) throws IOException {
    server.enqueue(new MockResponse.Builder().body(BODY).onResponseBody(effect).build());
    server.start();
    assertBreaksOff();
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void brokenBodyOfChunksIsTransient(SocketEffect effect) throws IOException {
    server.enqueue(
        new MockResponse.Builder().chunkedBody(BODY, 1_000).onResponseBody(effect).build());
    server.start();
    assertBreaksOff();
  }

  @Test
  void bodyWithoutLengthThatEndsEarlyIsTransient() throws IOException {
    server.enqueue(
        new MockResponse.Builder()
            .body(BODY.substring(0, BODY.length() - 2))
            .removeHeader("Content-Length")
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    server.start();
    assertBreaksOff();
  }

  @Test
  void connectionClosedBeforeTheAnswerIsTransient() throws IOException {
    MockResponse closing =
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
    for (int tries = 0; tries < 10; tries++) {
      server.enqueue(closing);
    }
    server.start();
    assertThat(Errors.of(this::read).category()).isEqualTo(Category.TRANSIENT);
  }

  @Test
  void http2OverTls() throws IOException {
    encrypted();
    server.enqueue(new MockResponse.Builder().body(BODY).build());
    server.start();
    assertThat(read()).isEqualTo(50_001);
  }

  @Test
  void streamOfHttp2ThatBreaksIsTransient() throws IOException {
    encrypted();
    SocketEffect reset = new SocketEffect.CloseStream(0);
    server.enqueue(new MockResponse.Builder().body(BODY).onResponseBody(reset).build());
    server.start();
    assertBreaksOff();
  }

  @Test
  void certificateNobodyKnowsIsAMatterOfSettings() throws IOException {
    encrypted();
    SSLContext.setDefault(usual);
    server.start();
    assertThat(Errors.of(this::read))
        .hasMessageContaining("no trusted TLS connection")
        .extracting(ConnectorException::category)
        .isEqualTo(Category.CONFIG);
  }

  private void assertBreaksOff() {
    ConnectorException failure = Errors.of(this::read);
    assertThat(failure.category()).isEqualTo(Category.TRANSIENT);
    assertThat(failure).hasMessageContaining("/x: the answer").hasMessageNotContaining("canary");
  }

  private int read() {
    Endpoint endpoint = Endpoint.at(server.url("/").uri()).withAddresses(AddressPolicy.PRIVATE_TOO);
    try (HttpService service = endpoint.open()) {
      Call call = Call.get("/x").query("key", "canary");
      return service.converse().page(call, Paging.none(), "", "/value").items().size();
    }
  }

  /** Serves HTTP/2 under a certificate this JVM trusts for the while. */
  private void encrypted() {
    HeldCertificate held =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .build();
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder()
            .heldCertificate(held)
            .addTrustedCertificate(held.certificate())
            .build();
    server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
    server.useHttps(certificates.sslSocketFactory());
    SSLContext.setDefault(certificates.sslContext());
  }

  private static SSLContext usual() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
