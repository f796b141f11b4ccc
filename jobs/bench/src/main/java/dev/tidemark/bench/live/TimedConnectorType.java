// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.live;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.EventSink;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.options.Settings;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;

/** The connector for PostgreSQL servers as it is, which has it noted when it reads. */
public final class TimedConnectorType implements ConnectorType {
  /** What it is called. */
  public static final String TYPE = "timed-postgresql";

  private static final String TIMED = "postgresql";

  /** Looked for late: whoever looks for connector types finds this one among them. */
  private static final class Lazy {
    static final ConnectorType REAL =
        ServiceLoader.load(ConnectorType.class).stream()
            .filter(it -> !it.type().equals(TimedConnectorType.class))
            .map(ServiceLoader.Provider::get)
            .filter(it -> it.description().type().equals(TIMED))
            .findFirst()
            .orElseThrow();
  }

  @Override
  public Description description() {
    Description real = Lazy.REAL.description();
    return new Description(
        TYPE,
        real.version(),
        real.title(),
        real.summary(),
        real.authentication(),
        real.options(),
        real.streams(),
        real.capabilities(),
        real.budget(),
        real.charges(),
        real.fetchDeadline());
  }

  @Override
  public Connector open(Settings settings) {
    return new Timed(Lazy.REAL.open(settings));
  }

  @Override
  public void normalise(String stream, Change change, NormaliseContext context, EventSink sink) {
    Lazy.REAL.normalise(stream, change, context, sink);
  }

  private record Timed(Connector real) implements Connector {
    @Override
    public Stratum stratum() {
      return real.stratum();
    }

    @Override
    public String budgetKey() {
      return real.budgetKey();
    }

    @Override
    public List<CheckResult> check() {
      return real.check();
    }

    @Override
    public Discovery discover() {
      return real.discover();
    }

    @Override
    public Fetched fetch(FetchRequest request) {
      Instant begun = Instant.now();
      Fetched fetched = real.fetch(request);
      FetchLog.note(new FetchLog.Fetch(request.stream(), begun, Instant.now()));
      return fetched;
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
