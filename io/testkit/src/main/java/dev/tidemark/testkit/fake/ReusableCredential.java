// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.TokenScenes;

/** Access tokens that expire. The credential they are issued for may be used again and again. */
public record ReusableCredential(TokenEndpoint endpoint) implements TokenScenes {
  @Override
  public void expire() {
    endpoint.expire();
  }

  @Override
  public long issued() {
    return endpoint.issued();
  }

  @Override
  public long reused() {
    return 0;
  }

  @Override
  public Played loseRenewal() {
    return endpoint.loseRenewal();
  }
}
