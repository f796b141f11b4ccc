// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.connector.ConnectorDraft;
import dev.tidemark.job.command.connector.ConnectorTypes;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.testkit.fake.FakePlatform;
import dev.tidemark.testkit.fake.FakePlatforms;
import dev.tidemark.testkit.fake.FakeSetup;
import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Organisation;
import dev.tidemark.testkit.stage.Stage;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The accounts of a company that does not exist, each played in this process.
 *
 * @param organisation whose they are
 * @param stages by connector type
 */
record DemoAccounts(Organisation organisation, Map<String, Stage> stages) implements AutoCloseable {
  /** Short, so that a change shows while one watches. */
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private static final Duration YEAR = Duration.ofDays(365);
  private static final String HISTORY = "history";

  /**
   * Starts an account of each platform that can be both played and read, which takes seconds each.
   *
   * @param beginning is told the type of each before it is started
   */
  static DemoAccounts start(Organisation organisation, Clock clock, Consumer<String> beginning) {
    Map<String, Stage> stages = new TreeMap<>();
    DemoAccounts accounts = new DemoAccounts(organisation, stages);
    try {
      FakeSetup setup = new FakeSetup(organisation, clock, Promptness.AT_ONCE, YEAR);
      for (FakePlatform platform : readable()) {
        beginning.accept(platform.type());
        stages.put(platform.type(), platform.start(setup));
      }
    } catch (RuntimeException failure) {
      accounts.close();
      throw failure;
    }
    return accounts;
  }

  /** The connector types whose platforms are played, in alphabetical order. */
  static List<String> types() {
    List<String> types = readable().stream().map(FakePlatform::type).sorted().toList();
    if (types.isEmpty()) {
      throw new CommandFailure("This build plays no platform. Build it with the folder io/fakes.");
    }
    return types;
  }

  /** The connectors that read them. */
  List<ConnectorDraft> drafts() {
    return stages.entrySet().stream().map(it -> draft(it.getKey(), it.getValue())).toList();
  }

  private ConnectorDraft draft(String name, Stage stage) {
    ConnectorType type = ConnectorTypes.of(name);
    Map<String, Object> raw = new TreeMap<>(stage.settings());
    history(type).ifPresent(it -> raw.put(HISTORY, it));
    return new ConnectorDraft(
        organisation.name() + " (synthetic)",
        type,
        name,
        raw,
        type.description().options().parse(raw),
        Set.of(),
        Map.of("", INTERVAL));
  }

  /** A year of it, or as much as the platform keeps. */
  private static Optional<String> history(ConnectorType type) {
    return type.description().options().all().stream()
        .filter(it -> it.name().equals(HISTORY))
        .flatMap(it -> it.greatest().stream())
        .map(it -> Collections.min(List.of(YEAR, (Duration) it)).toString())
        .findFirst();
  }

  private static List<FakePlatform> readable() {
    List<String> types =
        ConnectorTypes.all().stream().map(type -> type.description().type()).toList();
    return FakePlatforms.all().stream()
        .filter(FakePlatform::tellsOfOrganisation)
        .filter(it -> types.contains(it.type()))
        .toList();
  }

  @Override
  public void close() {
    stages.values().forEach(Stage::close);
  }
}
