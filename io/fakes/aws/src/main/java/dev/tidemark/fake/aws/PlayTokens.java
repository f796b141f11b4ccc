// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.testkit.fake.Troubles;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.TokenScenes;

/** Temporary keys of the role: refused from one moment to the next, handed out anew. */
record PlayTokens(FakeAws fake) implements TokenScenes {
  @Override
  public void expire() {
    fake.keyring().expire();
  }

  @Override
  public long issued() {
    return fake.keyring().issued();
  }

  /** Whoever may assume a role may do so again and again. */
  @Override
  public long reused() {
    return 0;
  }

  @Override
  public Played loseRenewal() {
    fake.server().troubles().next(1, Traffic.operation("AssumeRole"), Troubles.dropped());
    return Played.yes();
  }
}
