// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import dev.tidemark.testkit.fake.FakeServer;
import dev.tidemark.testkit.fake.Request;
import dev.tidemark.testkit.stage.LinkScenes;
import dev.tidemark.testkit.stage.Played;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Answers that lead to another host: a second server that writes down what it is sent. */
final class PlayLinks implements LinkScenes, AutoCloseable {
  private final Trouble trouble;
  private final FakeServer abroad;
  private final Supplier<Map<String, Object>> settings;

  PlayLinks(Trouble trouble, InstantSource clock, Supplier<Map<String, Object>> settings) {
    this.trouble = trouble;
    this.abroad = FakeServer.start(clock);
    this.settings = settings;
  }

  /**
   * Statements are led away, which carry the session's token, and not the login, which would have
   * none yet; a redirect of kind 307 keeps method and body.
   */
  @Override
  public Played lead(String stream, Lead how) {
    if (how == Lead.NEXT_LINK) {
      return Played.not("a statement's answer names no address of a next page");
    }
    String target = "http://localhost:" + abroad.address().getPort() + "/abroad";
    String view = Recipes.find(stream).map(it -> it.shape().name()).orElse("TABLES");
    trouble.begin(new Trouble.Case(Trouble.Kind.REDIRECT, Set.of(view), null, target));
    return Played.yes();
  }

  @Override
  public void comeHome() {
    trouble.mend();
  }

  @Override
  public List<String> receivedAbroad() {
    return abroad.journal().requests().stream().map(Request::whole).toList();
  }

  @Override
  public List<Map<String, Object>> privateTargets() {
    return List.of(
        with("https://127.0.0.1"),
        with("https://169.254.169.254"),
        with("https://10.0.0.1:8443"),
        with(String.valueOf(settings.get().get("url"))));
  }

  @Override
  public void close() {
    abroad.close();
  }

  private Map<String, Object> with(String url) {
    Map<String, Object> changed = new HashMap<>(settings.get());
    changed.put("url", url);
    changed.remove("allow-private-addresses");
    return changed;
  }
}
