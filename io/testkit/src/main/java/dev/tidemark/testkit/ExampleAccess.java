// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit;

import dev.tidemark.spi.Category;
import dev.tidemark.testkit.stage.AccessScenes;
import dev.tidemark.testkit.stage.LinkScenes;
import dev.tidemark.testkit.stage.Played;
import dev.tidemark.testkit.stage.ThrottleScenes;
import dev.tidemark.testkit.stage.TokenScenes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The scenes at the gate of a scripted account. */
record ExampleAccess(ExampleAccount account, Supplier<Map<String, Object>> settings)
    implements AccessScenes, ThrottleScenes, TokenScenes, LinkScenes {
  @Override
  public List<Refusal> refusals() {
    ExampleGate gate = account.gate();
    return List.of(
        Refusal.byOption(
            AccessScenes.Kind.CREDENTIAL,
            "a wrong credential",
            Category.AUTH,
            settings,
            "token",
            "canary-wrong-" + UUID.randomUUID()),
        new Refusal(
            AccessScenes.Kind.PERMISSION,
            "a forbidden stream",
            Category.PERMISSION,
            () -> after(() -> gate.forbid("tables")),
            () -> gate.permit("tables")),
        new Refusal(
            AccessScenes.Kind.HOST,
            "an account that does not answer",
            Category.TRANSIENT,
            () -> after(gate::hangUp),
            gate::answer));
  }

  @Override
  public Played throttle(Throttle how, Duration wait) {
    account.gate().block(account.now().plus(wait));
    return Played.yes();
  }

  @Override
  public void calm() {
    account.gate().calm();
  }

  @Override
  public long refused() {
    return account.gate().refused();
  }

  @Override
  public void expire() {
    account.gate().tokens().expire();
  }

  @Override
  public long issued() {
    return account.gate().tokens().issued();
  }

  @Override
  public long reused() {
    return 0;
  }

  @Override
  public Played loseRenewal() {
    account.gate().tokens().loseNext();
    return Played.yes();
  }

  @Override
  public Played lead(String stream, Lead how) {
    account.gate().leadAbroad();
    return Played.yes();
  }

  @Override
  public void comeHome() {
    account.gate().leadHome();
  }

  @Override
  public List<String> receivedAbroad() {
    return account.gate().receivedAbroad();
  }

  /** No option takes an address. */
  @Override
  public List<Map<String, Object>> privateTargets() {
    return List.of();
  }

  private Map<String, Object> after(Runnable trouble) {
    trouble.run();
    return settings.get();
  }
}
