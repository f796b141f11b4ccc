// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.lineage;

import dev.tidemark.http.Authentication;
import dev.tidemark.http.Call;
import dev.tidemark.http.Dialect;
import dev.tidemark.http.Endpoint;
import dev.tidemark.http.HttpOptions;
import dev.tidemark.http.HttpService;
import dev.tidemark.http.Limits;
import dev.tidemark.http.Payload;
import dev.tidemark.outlet.Outlet;
import dev.tidemark.outlet.OutletEvent;
import dev.tidemark.spi.options.Settings;
import java.net.URI;
import java.util.List;

/** Posts the beginning and the end of each run, in this order. */
final class LineageOutlet implements Outlet {
  private static final long ANSWER_BYTES = 1 << 20;

  private final URI address;
  private final RunEvents runs;
  private final HttpService service;

  LineageOutlet(Settings settings) {
    address = settings.require(LineageType.ADDRESS);
    runs = new RunEvents(settings.require(LineageType.NAMESPACE));
    Limits limits =
        Limits.standard()
            .withPatience(settings.require(LineageType.REQUEST_TIMEOUT))
            .withAnswerBytes(ANSWER_BYTES);
    service =
        Endpoint.at(address.resolve("/"))
            .authenticatedBy(
                settings
                    .find(LineageType.API_KEY)
                    .map(Authentication::bearer)
                    .orElseGet(Authentication::none))
            .withAddresses(HttpOptions.addresses(settings))
            .within(limits)
            .speaking(Dialect.standard().named("the receiver"))
            .open();
  }

  @Override
  public int most() {
    return 1;
  }

  @Override
  public void tell(List<OutletEvent> events) {
    events.stream().flatMap(event -> runs.of(event).stream()).forEach(this::post);
  }

  private void post(String run) {
    String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    service.converse().send(Call.post(path, Payload.json(run)));
  }

  @Override
  public void close() {
    service.close();
  }
}
