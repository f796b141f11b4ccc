// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.conformance;

import dev.tidemark.model.Stratum;
import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.Discovery;
import dev.tidemark.spi.FetchRequest;
import dev.tidemark.spi.Fetched;
import dev.tidemark.spi.Hints;
import java.util.List;
import java.util.Optional;

/** Does what another connector does, except for what is overridden. */
class BrokenConnector implements Connector {
  private final Connector whole;

  BrokenConnector(Connector whole) {
    this.whole = whole;
  }

  @Override
  public Stratum stratum() {
    return whole.stratum();
  }

  @Override
  public String budgetKey() {
    return whole.budgetKey();
  }

  @Override
  public List<CheckResult> check() {
    return whole.check();
  }

  @Override
  public Discovery discover() {
    return whole.discover();
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    return whole.fetch(request);
  }

  @Override
  public Optional<Hints> hints() {
    return whole.hints();
  }

  @Override
  public void close() {
    whole.close();
  }

  /** The page with other changes. */
  static Fetched with(Fetched page, List<Change> changes) {
    return new Fetched(
        changes, page.next(), page.more(), page.replaces(), page.completeThrough(), page.volume());
  }
}
