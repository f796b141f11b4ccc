// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.extraction;

import dev.tidemark.bench.workload.BenchConnectorType;
import dev.tidemark.bench.workload.RecordKey;
import dev.tidemark.http.AddressPolicy;
import dev.tidemark.http.Call;
import dev.tidemark.http.Conversation;
import dev.tidemark.http.Endpoint;
import dev.tidemark.http.HttpService;
import dev.tidemark.http.Page;
import dev.tidemark.http.Paging;
import dev.tidemark.model.Stratum;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.net.URI;
import java.util.List;

/** One stream of a {@link PageServer}. */
final class PagesConnector implements Connector {
  private static final String BEGIN = "{\"after\":\"";
  private static final String END = "\"}";

  private final int stream;
  private final HttpService service;

  PagesConnector(int port, int stream) {
    this.stream = stream;
    this.service =
        Endpoint.at(URI.create("http://127.0.0.1:" + port + "/"))
            .withAddresses(AddressPolicy.PRIVATE_TOO)
            .open();
  }

  @Override
  public Stratum stratum() {
    return BenchConnectorType.stratum(stream);
  }

  /** All streams are those of one account. */
  @Override
  public String budgetKey() {
    return "pages";
  }

  @Override
  public List<CheckResult> check() {
    return List.of(CheckResult.passed("pages", "on this machine"));
  }

  @Override
  public Discovery discover() {
    return new Discovery(List.of(), List.of());
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    Conversation conversation = service.converse();
    Page page =
        conversation.page(
            Call.get("streams/" + stream),
            Paging.token("/" + PageText.NEXT, "after"),
            after(request.position().position()),
            "/" + PageText.RECORDS);
    List<Change> changes =
        page.items().stream().map(it -> Change.upsert(RecordKey.of(it), it)).toList();
    ReadPosition next =
        page.hasNext()
            ? ReadPosition.at(new Cursor(BEGIN + page.next() + END))
            : changes.isEmpty() ? request.position() : ReadPosition.at(LAST);
    return new Fetched(
        changes, next, page.hasNext(), null, null, conversation.volume(changes.size()));
  }

  /** Behind the last page: asking for it again finds nothing. */
  private static final Cursor LAST = new Cursor(BEGIN + Integer.MAX_VALUE + END);

  private static String after(Cursor cursor) {
    String json = cursor.json();
    return json.startsWith(BEGIN)
        ? json.substring(BEGIN.length(), json.length() - END.length())
        : "";
  }

  @Override
  public void close() {
    service.close();
  }
}
