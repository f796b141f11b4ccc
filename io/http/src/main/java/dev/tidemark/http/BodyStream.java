// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A body as it comes over the wire, at most a few buffers ahead of its reader. Unlike the JDK's own
 * it gives up when nothing comes for a while. Read by one thread; closed by any.
 */
final class BodyStream extends InputStream implements BodySubscriber<InputStream> {
  private final Duration silence;
  private final LongConsumer count;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final Deque<ByteBuffer> ready = new ArrayDeque<>();
  private volatile @Nullable Subscription subscription;
  private volatile boolean closed;
  private volatile boolean ended;

  /** Buffers, or the end: with an error or without. */
  private record Signal(List<ByteBuffer> buffers, @Nullable Throwable error) {}

  /**
   * A body.
   *
   * @param silence how long to wait for more
   * @param count is told the bytes that have come
   */
  BodyStream(Duration silence, LongConsumer count) {
    this.silence = silence;
    this.count = count;
  }

  @Override
  public CompletionStage<InputStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Subscription begun) {
    subscription = begun;
    if (closed) {
      begun.cancel();
    } else {
      begun.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    signals.add(new Signal(buffers, null));
  }

  @Override
  public void onError(Throwable error) {
    signals.add(new Signal(List.of(), error));
  }

  @Override
  public void onComplete() {
    signals.add(new Signal(List.of(), null));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    ByteBuffer buffer = next();
    if (buffer == null) {
      return -1;
    }
    int taken = Math.min(length, buffer.remaining());
    buffer.get(target, offset, taken);
    count.accept(taken);
    return taken;
  }

  /** More than nothing until the end is known: compressed streams in parts ask before going on. */
  @Override
  public int available() {
    return ended && ready.isEmpty() ? 0 : 1;
  }

  @Override
  public void close() {
    closed = true;
    Subscription running = subscription;
    if (running != null && !ended) {
      running.cancel();
    }
    signals.add(new Signal(List.of(), new IOException("closed")));
  }

  private @Nullable ByteBuffer next() throws IOException {
    while (true) {
      while (!ready.isEmpty() && !ready.element().hasRemaining()) {
        ready.remove();
      }
      if (closed) {
        throw new IOException("closed");
      }
      if (ended || !ready.isEmpty()) {
        return ready.peek();
      }
      take();
    }
  }

  private void take() throws IOException {
    Signal signal = await();
    if (signal.error() != null) {
      throw new IOException(signal.error());
    }
    ended = signal.buffers().isEmpty();
    ready.addAll(signal.buffers());
    Subscription running = subscription;
    if (!ended && running != null) {
      running.request(1);
    }
  }

  private Signal await() throws IOException {
    try {
      Signal signal = signals.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
      if (signal == null) {
        close();
        throw new HttpTimeoutException("silence");
      }
      return signal;
    } catch (InterruptedException interruption) {
      close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
