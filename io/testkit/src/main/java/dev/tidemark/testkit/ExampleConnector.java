// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.model.Stratum;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Plays the script of an account. */
final class ExampleConnector implements Connector {
  private final ExampleAccount account;
  private final AtomicBoolean open = new AtomicBoolean(true);

  ExampleConnector(ExampleAccount account) {
    this.account = account;
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
    return List.of(CheckResult.passed("account", account.name() + " is there"));
  }

  @Override
  public Discovery discover() {
    return new Discovery(List.of(), List.of());
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    if (!open.get()) {
      throw new IllegalStateException("closed");
    }
    return account.stream(request.stream()).fetch(request, account.now());
  }

  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      account.opened(-1);
    }
  }
}
