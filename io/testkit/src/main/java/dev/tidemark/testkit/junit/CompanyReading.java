// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.junit;

import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.metric.MetricCatalogue;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.StreamDescription;
import dev.tidemark.testkit.conformance.Candidate;
import dev.tidemark.testkit.conformance.Passes;
import dev.tidemark.testkit.fake.FakePlatforms;
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.Organisation;
import dev.tidemark.testkit.organisation.Platform;
import dev.tidemark.testkit.stage.Stage;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Reads the invented company's account whole: extend it in a connector's tests. Every metric the
 * connector declares must come of it, and no other; what the numbers are is the subclass's to ask.
 */
public abstract class CompanyReading {
  private static final int PAGE = 2_000;

  private final Organisation company = Organisation.of(1, 7, Instant.now().minusSeconds(600));

  /** The connector's type. */
  protected abstract ConnectorType type();

  /** Metrics it declares that the company gives no cause for. */
  protected abstract Set<String> withoutCause();

  @Test
  void everyMetricItDeclaresIsFedAndNoOther() {
    Set<String> declared = new TreeSet<>();
    Set<String> fed = new TreeSet<>();
    for (StreamDescription stream : type().description().streams()) {
      declared.addAll(stream.metrics());
    }
    reading(
        connector -> {
          for (StreamDescription stream : type().description().streams()) {
            passes(connector, stream.name()).pass(Instant.now(), PAGE).events().stream()
                .map(MetricEvent::metric)
                .forEach(fed::add);
          }
          return fed;
        });
    declared.removeAll(withoutCause());
    Assertions.assertEquals(declared, fed);
    Assertions.assertTrue(MetricCatalogue.standard().names().containsAll(fed));
  }

  /** The truth about the account. */
  protected final Account account() {
    return company.account(Platform.valueOf(platform().toUpperCase(Locale.ROOT)));
  }

  /** Asks something of a connector to the account, which is closed afterwards. */
  protected final <T> T reading(Function<Connector, T> question) {
    FakeSetup setup = new FakeSetup(company, Clock.systemUTC(), Promptness.AT_ONCE);
    try (Stage stage = FakePlatforms.of(platform()).start(setup);
        Connector connector = Candidate.of(type(), stage, 1).open()) {
      return question.apply(connector);
    }
  }

  /** A stream of it, to be read pass by pass. */
  protected final Passes passes(Connector connector, String stream) {
    return new Passes(type(), connector, stream);
  }

  private String platform() {
    return type().description().type();
  }
}
