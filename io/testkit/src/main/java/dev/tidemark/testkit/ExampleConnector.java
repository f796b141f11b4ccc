// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.Stratum;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.Hints;
import dev.tidemark.spi.options.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Plays the script of an account. */
final class ExampleConnector implements Connector {
  private final ExampleAccount account;
  private final ExampleSession session;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final Set<Thread> readers = ConcurrentHashMap.newKeySet();

  ExampleConnector(ExampleAccount account, @Nullable Secret credential) {
    this.account = account;
    this.session = new ExampleSession(account.gate().tokens(), credential);
    account.opened(1);
  }

  @Override
  public Stratum stratum() {
    return new Stratum("example://" + account.name());
  }

  @Override
  public String budgetKey() {
    return account.name();
  }

  @Override
  public List<CheckResult> check() {
    List<CheckResult> results = new ArrayList<>();
    for (String stream : account.gate().forbidden()) {
      check("permission: " + stream, () -> account.gate().requirePermission(stream), results);
    }
    check("network", this::reach, results);
    check("credential", session::enter, results);
    return results;
  }

  @Override
  public Discovery discover() {
    return ExampleDiscovery.of(account);
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    if (!open.get()) {
      throw new IllegalStateException("closed");
    }
    ExampleStream stream = account.stream(request.stream());
    readers.add(Thread.currentThread());
    try {
      reach();
      session.enter();
      account.gate().requirePermission(request.stream());
      return stream.fetch(request, account.now());
    } finally {
      readers.remove(Thread.currentThread());
    }
  }

  @Override
  public Optional<Hints> hints() {
    return account.hints().offered();
  }

  /** Whoever still reads is told to stop. */
  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      account.opened(-1);
      readers.forEach(Thread::interrupt);
    }
  }

  private void reach() {
    account.gate().requireReachable();
    account.gate().requireCalm();
  }

  private void check(String need, Runnable attempt, List<CheckResult> results) {
    try {
      attempt.run();
      results.add(CheckResult.passed(need, account.name() + " is there"));
    } catch (ConnectorException failure) {
      results.add(
          CheckResult.failed(need, failure.category(), String.valueOf(failure.getMessage())));
    }
  }
}
