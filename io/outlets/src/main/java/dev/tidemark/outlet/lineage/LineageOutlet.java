// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.lineage;

import dev.tidemark.http.Authentication;
import dev.tidemark.http.Dialect;
import dev.tidemark.http.Payload;
import dev.tidemark.outlet.HttpReceiver;
import dev.tidemark.outlet.Outlet;
import dev.tidemark.outlet.OutletEvent;
import dev.tidemark.spi.options.Settings;
import java.util.List;

/** Posts the beginning and the end of each run, in this order. */
final class LineageOutlet implements Outlet {
  private final RunEvents runs;
  private final HttpReceiver receiver;

  LineageOutlet(Settings settings) {
    runs = new RunEvents(settings.require(LineageType.NAMESPACE));
    receiver =
        new HttpReceiver(
            settings.require(LineageType.ADDRESS),
            settings,
            settings.require(LineageType.REQUEST_TIMEOUT),
            settings
                .find(LineageType.API_KEY)
                .map(Authentication::bearer)
                .orElseGet(Authentication::none),
            Dialect.standard());
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
    receiver.send(receiver.post(Payload.json(run)));
  }

  @Override
  public void close() {
    receiver.close();
  }
}
