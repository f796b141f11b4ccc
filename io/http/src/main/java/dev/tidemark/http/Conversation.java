// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.model.Bytes;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.options.Secret;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The calls of one fetch, accounted for together. Each call blocks until its answer has been read
 * whole, and honours interruption; every failure is a {@link dev.tidemark.spi.ConnectorException}.
 * Nothing is sent twice, save once after a renewed token: to try again is the engine's business.
 * Safe for use by several threads.
 */
public final class Conversation {
  private final HttpService service;
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  Conversation(HttpService service) {
    this.service = service;
  }

  /** Reads an answer as a whole. */
  public Answer send(Call call) {
    return stream(call, (head, body) -> new Answer(head, Bytes.wrap(body.readAllBytes())));
  }

  /**
   * Reads an answer as a whole, or recalls it where the source says that it has not changed: for
   * small things that are asked for again and again. The result is the same either way.
   */
  public Answer recall(Call call) {
    AnswerMemory memory = service.transport().memory();
    String question = call.target(service.endpoint().base()) + " " + call.headers();
    Answer known = memory.find(service, question).orElse(null);
    Answer answer = send(known == null ? call : call.unless(known.head().validator()));
    if (known != null && answer.head().isUnchanged()) {
      return known;
    }
    memory.keep(service, question, answer);
    return answer;
  }

  /** Reads a JSON answer while it streams by. */
  public JsonAnswer read(Call call, JsonShape shape) {
    return stream(call, (head, body) -> json(head, new JsonCutter(shape, body, recordBytes())));
  }

  /**
   * Reads an answer of any form while it streams by.
   *
   * @param reader need not read to the end, but what it leaves is read and checked as well
   */
  public <T> T stream(Call call, BodyReader<T> reader) {
    return new Exchange(service, this, service.endpoint().dialect(), List.of()).run(call, reader);
  }

  /**
   * Reads one page of a listing.
   *
   * @param place where the page begins: empty for the first, otherwise what the page before said
   * @param items JSON pointer of the array whose elements are the records
   * @param fields JSON pointers of what else to take out of the page
   */
  public Page page(Call call, Paging paging, String place, String items, String... fields) {
    List<Bytes> records = new ArrayList<>();
    JsonShape shape =
        JsonShape.each(items, records::add)
            .and(fields)
            .and(paging.pointers().toArray(String[]::new));
    JsonAnswer answer = read(paging.at(call, place), shape);
    String next = new PageTurn(service.endpoint().origin(), paging).next(place, answer, records);
    return new Page(records, next, answer);
  }

  /** What the calls so far have cost. */
  public Volume volume(long records) {
    return new Volume(1, records, bytes.get(), calls.get());
  }

  /** How many calls were sent so far. */
  public long calls() {
    return calls.get();
  }

  /** How many bytes came so far, as they were on the wire. */
  public long bytes() {
    return bytes.get();
  }

  Instant now() {
    return service.endpoint().clock().instant();
  }

  JsonAnswer read(Call call, JsonShape shape, Dialect dialect, List<Secret> hidden) {
    return new Exchange(service, this, dialect, hidden)
        .run(call, (head, body) -> json(head, new JsonCutter(shape, body, recordBytes())));
  }

  void called() {
    calls.incrementAndGet();
  }

  void received(long count) {
    bytes.addAndGet(count);
  }

  private int recordBytes() {
    return service.endpoint().limits().recordBytes();
  }

  private static JsonAnswer json(Head head, JsonCutter cutter) throws IOException {
    return new JsonAnswer(head, head.hasBody() ? cutter.cut() : Map.of());
  }
}
