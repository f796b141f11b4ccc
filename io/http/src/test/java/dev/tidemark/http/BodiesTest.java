// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.http.PlayedServer.Reply;
import dev.tidemark.model.Bytes;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies compressed, broken and too large: whole or an error, never a part taken for the whole. */
class BodiesTest {
  private static final String JSON = "{\"value\":[{\"a\":1},{\"a\":2}],\"next\":null}";

  private final PlayedServer server = PlayedServer.start();
  private final HttpService service = server.endpoint().open();
  private final List<String> records = new ArrayList<>();

  @AfterEach
  void close() {
    service.close();
    server.close();
  }

  @Test
  void gzipIsUndone() {
    server.on("/x", Reply.json(JSON).gzipped());
    read();
    assertThat(records).containsExactly("{\"a\":1}", "{\"a\":2}");
    assertThat(server.last().header("Accept-Encoding")).isEqualTo("gzip, deflate");
  }

  @Test
  void gzipInPartsIsReadToItsEnd() throws IOException {
    byte[] bytes = JSON.getBytes(UTF_8);
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    parts.write(PlayedServer.gzip(Arrays.copyOf(bytes, 20)));
    parts.write(PlayedServer.gzip(Arrays.copyOfRange(bytes, 20, bytes.length)));
    server.on("/x", Reply.json("").with("Content-Encoding", "gzip").with(parts.toByteArray()));
    read();
    assertThat(records).hasSize(2);
  }

  @Test
  void deflateIsUndoneWithAndWithoutItsHeader() throws IOException {
    for (Deflater form : List.of(new Deflater(9, false), new Deflater(9, true))) {
      records.clear();
      server.on("/x", deflated(form));
      read();
      assertThat(records).hasSize(2);
    }
  }

  @Test
  void truncatedGzipIsTransientWhereverItEnds() {
    byte[] whole = PlayedServer.gzip(JSON.getBytes(UTF_8));
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      server.on("/x", Reply.json("").with("Content-Encoding", "gzip").with(part));
      ConnectorException failure = Errors.of(this::read);
      assertThat(failure.category()).as("%d bytes", length).isEqualTo(Category.TRANSIENT);
      assertThat(failure).hasMessageContaining("GET http://127.0.0.1").hasMessageContaining("/x");
    }
  }

  @Test
  void truncatedDeflateIsTransient() throws IOException {
    Reply whole = deflated(new Deflater(9, false));
    server.on("/x", whole.with(Arrays.copyOf(whole.body().array(), whole.body().length() - 8)));
    assertThat(Errors.of(this::read).category()).isEqualTo(Category.TRANSIENT);
  }

  @Test
  void damagedGzipIsData() {
    byte[] damaged = PlayedServer.gzip(JSON.getBytes(UTF_8));
    damaged[damaged.length - 6] ^= 1;
    server.on("/x", Reply.json("").with("Content-Encoding", "gzip").with(damaged));
    assertThat(Errors.of(this::read).category()).isEqualTo(Category.DATA);
    server.on("/x", Reply.json(JSON).with("Content-Encoding", "gzip"));
    assertThat(Errors.of(this::read))
        .hasMessageContaining("cannot be decompressed")
        .extracting(ConnectorException::category)
        .isEqualTo(Category.DATA);
  }

  @Test
  void encodingNobodyAskedForIsData() {
    server.on("/x", Reply.json(JSON).with("Content-Encoding", "br"));
    assertThat(Errors.of(this::read))
        .hasMessageContaining("encoding that was not asked for")
        .extracting(ConnectorException::category)
        .isEqualTo(Category.DATA);
  }

  @Test
  void otherCharactersThanUtf8AreData() {
    server.on(
        "/x",
        Reply.json("")
            .with("{\"value\":[\"é!\"]}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
    assertThat(Errors.of(this::read).category()).isEqualTo(Category.DATA);
  }

  @Test
  void halfADocumentIsTransient() {
    server.on("/x", Reply.json(JSON.substring(0, JSON.length() - 3)));
    assertThat(Errors.of(this::read))
        .hasMessageContaining("ends too early")
        .extracting(ConnectorException::category)
        .isEqualTo(Category.TRANSIENT);
  }

  @Test
  void pageForPeopleIsData() {
    server.on("/x", Reply.json("<html>canary-body log in</html>"));
    ConnectorException failure = Errors.of(this::read);
    assertThat(failure).hasMessageContaining("is no JSON").hasMessageNotContaining("canary");
    assertThat(failure.category()).isEqualTo(Category.DATA);
    assertThat(failure.getCause()).hasMessageNotContaining("canary");
  }

  @Test
  void bombIsRefused() {
    String bomb = "{\"value\":[\"" + "0".repeat(3 << 20) + "\"]}";
    server.on("/x", Reply.json(bomb).gzipped());
    try (HttpService strict =
        server.endpoint().within(Limits.standard().withAnswerBytes(1 << 20)).open()) {
      assertThat(Errors.of(() -> strict.converse().send(Call.get("/x"))))
          .hasMessageContaining("a body of more than 1048576 bytes")
          .extracting(ConnectorException::category)
          .isEqualTo(Category.DATA);
    }
  }

  @Test
  void readerNeedNotReadToTheEnd() {
    server.on("/x", Reply.json(JSON).gzipped());
    int first =
        service.converse().stream(
            Call.get("/x"),
            (head, body) -> {
              try (body) {
                return body.read();
              }
            });
    assertThat(first).isEqualTo('{');
    byte[] part = PlayedServer.gzip(JSON.getBytes(UTF_8));
    server.on(
        "/x",
        Reply.json("").with("Content-Encoding", "gzip").with(Arrays.copyOf(part, part.length - 4)));
    assertThat(Errors.of(() -> service.converse().stream(Call.get("/x"), (head, body) -> 0)))
        .hasMessageContaining("ends too early");
  }

  @Test
  void noContentIsNoDocument() {
    server.on("/x", Reply.of(204, ""));
    assertThat(read().fields()).isEmpty();
  }

  private JsonAnswer read() {
    JsonShape shape = JsonShape.each("/value", this::keep).and("/next");
    return service.converse().read(Call.get("/x"), shape);
  }

  private void keep(Bytes record) {
    records.add(record.utf8());
  }

  private static Reply deflated(Deflater form) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(bytes, form)) {
      out.write(JSON.getBytes(UTF_8));
    }
    return Reply.json("").with("Content-Encoding", "deflate").with(bytes.toByteArray());
  }
}
