// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BodyStreamTest {
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong asked = new AtomicLong();
  private final BodyStream body = new BodyStream(Duration.ofSeconds(10), bytes::addAndGet);

  @Test
  void compressedPartsAreJoinedAlsoWhereEachComesForItself() throws IOException {
    body.onNext(List.of(ByteBuffer.wrap(PlayedServer.gzip("one, ".getBytes(UTF_8)))));
    body.onNext(List.of(ByteBuffer.wrap(PlayedServer.gzip("two".getBytes(UTF_8)))));
    body.onComplete();
    Head head =
        new Head(
            URI.create("https://host.example/x"),
            200,
            HttpHeaders.of(Map.of("Content-Encoding", List.of("gzip")), (name, value) -> true),
            Instant.EPOCH);
    byte[] all = Decoding.of(head, body).readAllBytes();
    assertThat(new String(all, UTF_8)).isEqualTo("one, two");
  }

  @Test
  void nothingIsTakenAheadOfTheReader() throws IOException {
    body.onSubscribe(subscription());
    body.onNext(List.of(ByteBuffer.wrap("ab".getBytes(UTF_8)), ByteBuffer.allocate(0)));
    assertThat(asked).hasValue(1);
    assertThat(body.read()).isEqualTo('a');
    assertThat(asked).hasValue(2);
    assertThat(body.read()).isEqualTo('b');
    assertThat(asked).hasValue(2);
    body.onComplete();
    assertThat(body.read()).isEqualTo(-1);
    assertThat(body.read()).isEqualTo(-1);
    assertThat(bytes).hasValue(2);
  }

  private Subscription subscription() {
    return new Subscription() {
      @Override
      public void request(long count) {
        asked.addAndGet(count);
      }

      @Override
      public void cancel() {}
    };
  }
}
