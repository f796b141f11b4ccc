// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import dev.tidemark.testkit.stage.LinkScenes;
import dev.tidemark.testkit.stage.Played;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Answers that lead to another host: a second server on another address that writes down what it is
 * sent. Safe for use by several threads.
 */
public final class Elsewhere implements LinkScenes, AutoCloseable {
  private final FakeServer home;
  private final FakeServer abroad;
  private final Function<String, Predicate<Request>> streams;
  private final BiFunction<Answer, URI, Answer> relink;
  private final List<Map<String, Object>> privateTargets;

  /**
   * Answers of one server that lead away.
   *
   * @param streams the requests by which a stream is read
   * @param relink an answer whose next page is at an address; the answer itself where it has none
   * @param privateTargets settings that lead to private networks
   */
  public Elsewhere(
      FakeServer home,
      Function<String, Predicate<Request>> streams,
      BiFunction<Answer, URI, Answer> relink,
      List<Map<String, Object>> privateTargets) {
    this.home = home;
    this.abroad = FakeServer.start(home.clock());
    this.streams = streams;
    this.relink = relink;
    this.privateTargets = List.copyOf(privateTargets);
  }

  @Override
  public Played lead(String stream, Lead how) {
    URI target = URI.create("http://localhost:" + abroad.address().getPort() + "/abroad");
    Trouble trouble =
        switch (how) {
          case REDIRECT ->
              (request, answer) -> Answer.empty(302).with("Location", target.toString());
          case NEXT_LINK -> (request, answer) -> relink.apply(answer, target);
        };
    home.troubles().always(streams.apply(stream), trouble);
    return Played.yes();
  }

  @Override
  public void comeHome() {
    home.troubles().mend();
  }

  @Override
  public List<String> receivedAbroad() {
    return abroad.journal().requests().stream().map(Request::whole).toList();
  }

  @Override
  public List<Map<String, Object>> privateTargets() {
    return privateTargets;
  }

  @Override
  public void close() {
    abroad.close();
  }
}
