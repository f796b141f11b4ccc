// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.event.MetricEvent;
import dev.tidemark.model.stream.Change;
import dev.tidemark.model.stream.Cursor;
import dev.tidemark.model.stream.ReadPosition;
import dev.tidemark.model.stream.Volume;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Description;
import dev.tidemark.spi.EventSink;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.NormaliseContext;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Secret;
import dev.tidemark.spi.options.Settings;
import dev.tidemark.testkit.BrokenType;
import dev.tidemark.testkit.ExampleConnectorType;
import dev.tidemark.testkit.ExampleStage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** Broken connectors by the contract each of them breaks, and no other. */
final class BrokenTypes {
  private static final ExampleConnectorType EXAMPLE = new ExampleConnectorType();

  private BrokenTypes() {}

  static Map<String, Function<ExampleStage, BrokenType>> byContract() {
    Map<String, Function<ExampleStage, BrokenType>> broken = new LinkedHashMap<>();
    broken.put("Describes", stage -> BrokenType.describing(BrokenTypes::withOpenSecret));
    broken.put("Checks", stage -> opening(BrokenTypes::alwaysFine));
    broken.put("Discovers", stage -> opening(BrokenTypes::readingAnything));
    broken.put("Reads", stage -> opening(BrokenReaders::oversized));
    broken.put("Resumes", stage -> opening(BrokenReaders::settlingEarly));
    broken.put("Replays", stage -> opening(BrokenReaders::shuffling));
    broken.put("Ties", stage -> opening(BrokenReaders::skippingTies));
    broken.put("Lateness", stage -> opening(BrokenReaders::forgettingLate));
    broken.put("Mutates", stage -> opening(BrokenReaders::remembering));
    broken.put("Deletes", stage -> opening(BrokenReaders::tombstoning));
    broken.put("Drifts", stage -> opening(BrokenReaders::fillingStructs));
    broken.put("Throttles", stage -> opening(BrokenTypes::impatient));
    broken.put("Fails", stage -> BrokenType.normalising(BrokenTypes::swallowing));
    broken.put("Rotates", stage -> opening(it -> keepingItsToken(it, stage)));
    broken.put("KeepsSecrets", stage -> BrokenType.opening(BrokenTypes::logging));
    broken.put("StaysInside", stage -> BrokenType.opening((it, to) -> following(it, to, stage)));
    broken.put("IsBounded", stage -> opening(BrokenTypes::leavingAThread));
    broken.put("Normalises", stage -> BrokenType.normalising(BrokenTypes::inAnotherUnit));
    broken.put(
        "Heartbeats",
        stage -> opening(it -> BrokenReaders.leavingOut(it, BrokenTypes::isOfNothing)));
    broken.put(
        "WritesBack", stage -> opening(it -> BrokenReaders.leavingOut(it, BrokenTypes::isWritten)));
    broken.put("Listens", stage -> opening(BrokenReaders::repeatingNews));
    return broken;
  }

  private static BrokenType opening(Function<Connector, Connector> opened) {
    return BrokenType.opening((connector, settings) -> opened.apply(connector));
  }

  private static Description withOpenSecret(Description it) {
    Option<?>[] options = it.options().all().toArray(Option<?>[]::new);
    Option<?>[] more = java.util.Arrays.copyOf(options, options.length + 1);
    more[options.length] = Option.text("password").describedAs("A password, for all to see.");
    return new Description(
        it.type(),
        it.version(),
        it.title(),
        it.summary(),
        it.authentication(),
        Options.of(more),
        it.streams(),
        it.capabilities(),
        it.budget());
  }

  private static Connector alwaysFine(Connector whole) {
    return new BrokenConnector(whole) {
      @Override
      public List<CheckResult> check() {
        return List.of(CheckResult.passed("everything", "is fine"));
      }
    };
  }

  private static Connector readingAnything(Connector whole) {
    return new BrokenConnector(whole) {
      @Override
      public Fetched fetch(FetchRequest request) {
        return EXAMPLE.description().streams().stream()
                .anyMatch(stream -> stream.name().equals(request.stream()))
            ? super.fetch(request)
            : new Fetched(
                List.of(), ReadPosition.at(Cursor.start()), false, null, null, Volume.none());
      }
    };
  }

  private static Connector impatient(Connector whole) {
    return new BrokenConnector(whole) {
      @Override
      public Fetched fetch(FetchRequest request) {
        try {
          return super.fetch(request);
        } catch (ConnectorException failure) {
          Instant most = request.upper().plusSeconds(60);
          throw failure
              .retryAfter()
              .filter(until -> until.isAfter(most))
              .map(until -> ConnectorException.rateLimited(failure.getMessage() + "", most))
              .orElse(failure);
        }
      }
    };
  }

  private static void swallowing(
      String stream, Change change, NormaliseContext context, EventSink sink) {
    try {
      EXAMPLE.normalise(stream, change, context, sink);
    } catch (ConnectorException unusable) {
      // What this connector is broken by.
    }
  }

  private static Connector keepingItsToken(Connector whole, ExampleStage stage) {
    long opened = stage.account().gate().tokens().expirations();
    return new BrokenConnector(whole) {
      @Override
      public Fetched fetch(FetchRequest request) {
        if (stage.account().gate().tokens().expirations() > opened) {
          throw ConnectorException.of(Category.AUTH, "the token has expired: connect again");
        }
        return super.fetch(request);
      }
    };
  }

  private static Connector logging(Connector whole, Settings settings) {
    return new BrokenConnector(whole) {
      @Override
      public Fetched fetch(FetchRequest request) {
        LoggerFactory.getLogger("driver").trace("asking with {}", secret(settings));
        return super.fetch(request);
      }
    };
  }

  private static Connector following(Connector whole, Settings settings, ExampleStage stage) {
    return new BrokenConnector(whole) {
      @Override
      public Fetched fetch(FetchRequest request) {
        if (stage.account().gate().leadsAbroad()) {
          stage.account().gate().sendAbroad("Authorization: Bearer " + secret(settings));
        }
        return super.fetch(request);
      }
    };
  }

  private static Connector leavingAThread(Connector whole) {
    Thread left = new Thread(BrokenTypes::sleep, "left behind");
    left.setDaemon(true);
    left.start();
    return whole;
  }

  private static void sleep() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void inAnotherUnit(
      String stream, Change change, NormaliseContext context, EventSink sink) {
    EXAMPLE.normalise(
        stream,
        change,
        context,
        it ->
            sink.accept(
                new MetricEvent(
                    it.metric(),
                    it.temporality(),
                    "km",
                    it.value(),
                    it.subject(),
                    it.attributes(),
                    it.start(),
                    it.end(),
                    it.revision(),
                    it.population())));
  }

  private static boolean isOfNothing(Change change) {
    return change.payload().utf8().contains("\"assets\":0");
  }

  private static boolean isWritten(Change change) {
    return change.payload().utf8().contains("written-by-user");
  }

  private static String secret(Settings settings) {
    return EXAMPLE.description().options().all().stream()
        .filter(Option::isSecret)
        .map(option -> settings.find(option).map(Secret.class::cast).map(Secret::reveal))
        .flatMap(java.util.Optional::stream)
        .findFirst()
        .orElseThrow();
  }
}
