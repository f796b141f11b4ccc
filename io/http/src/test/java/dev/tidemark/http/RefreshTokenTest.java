// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.http.PlayedServer.Asked;
import dev.tidemark.http.PlayedServer.Reply;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.TokenStore;
import dev.tidemark.spi.options.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Refresh tokens good for one use, and crashes at every moment. */
class RefreshTokenTest {
  private final PlayedServer server = PlayedServer.start();
  private final Rows rows = new Rows();
  private final List<String> story = new ArrayList<>();

  /** The source accepts the newest, and the one before until the newest is used. */
  private String newest = "r0";

  private String before = "";
  private int issued;

  RefreshTokenTest() {
    server.on("/token", this::rotate);
    server.on("/x", asked -> told("used " + asked.header("Authorization"), Reply.json("{}")));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void newTokenIsKeptBeforeItIsUsed() {
    ask("r0");
    assertThat(story).containsExactly("issued r1", "kept r1", "used Bearer a1");
  }

  @Test
  void everyStartGoesOnFromWhatWasKept() {
    ask("r0");
    ask("r0");
    ask("r0");
    assertThat(newest).isEqualTo("r3");
    assertThat(rows.known().token()).isEqualTo(Secret.of("r3"));
  }

  @Test
  void crashBeforeKeepingDoesNotBrickTheConnection() {
    ask("r0");
    rows.crashing = true;
    assertThatThrownBy(() -> ask("r0")).hasMessage("crash");
    assertThat(newest).isEqualTo("r2");
    rows.crashing = false;
    ask("r0");
    assertThat(story).endsWith("issued r3", "kept r3", "used Bearer a3");
  }

  @Test
  void crashAfterKeepingDoesNotBrickTheConnection() {
    ask("r0");
    rows.crashingAfter = true;
    assertThatThrownBy(() -> ask("r0")).hasMessage("crash");
    rows.crashingAfter = false;
    ask("r0");
    assertThat(story).endsWith("used Bearer a3");
  }

  @Test
  void whereTheNewestNeverArrivedTheOneBeforeServes() {
    ask("r0");
    ask("r0");
    rows.kept.put("c-1", new TokenStore.Kept(Secret.of("lost"), Secret.of("r2"), origin("r0")));
    ask("r0");
    assertThat(story).endsWith("used Bearer a3");
  }

  @Test
  void newlyConfiguredTokenGoesBeforeWhatWasKept() {
    ask("r0");
    newest = "fresh";
    ask("fresh");
    assertThat(server.asked().get(2).body()).contains("refresh_token=fresh");
    assertThat(story).endsWith("used Bearer a2");
    assertThat(rows.known().origin()).isEqualTo(origin("fresh"));
  }

  @Test
  void refusedTokensAreNamedAsSuchAndStayKept() {
    ask("r0");
    newest = "elsewhere";
    before = "";
    var failure = Errors.of(() -> ask("r0"));
    assertThat(failure.category()).isEqualTo(Category.AUTH);
    assertThat(failure)
        .hasMessageContaining("invalid_grant")
        .hasMessageContaining("authorise the connection again")
        .hasMessageNotContaining("r1");
    assertThat(rows.known().token()).isEqualTo(Secret.of("r1"));
  }

  @Test
  void endpointThatFailsForNowCostsNoToken() {
    server.on("/token", Reply.of(503, ""));
    assertThat(Errors.of(() -> ask("r0")).category()).isEqualTo(Category.TRANSIENT);
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void sourceThatDoesNotRotateIsFine() {
    server.on("/token", Reply.json("{\"access_token\":\"a\",\"expires_in\":60}"));
    ask("r0");
    assertThat(rows.known().token()).isEqualTo(Secret.of("r0"));
  }

  /** A process that starts, asks once, and ends. */
  private void ask(String configured) {
    TokenEndpoint endpoint = TokenEndpoint.at(server.uri("/token")).withPublicClient("id");
    RefreshToken grant = RefreshToken.of(endpoint, Secret.of(configured), rows, "c-1");
    Authentication how = Authentication.token(TokenSource.of(grant));
    try (HttpService service = server.endpoint().authenticatedBy(how).open()) {
      service.converse().send(Call.get("/x"));
    }
  }

  private Reply rotate(Asked asked) {
    String token = asked.body().replaceFirst(".*refresh_token=([^&]*).*", "$1");
    if (!token.equals(newest) && !token.equals(before)) {
      return Reply.of(400, "{\"error\":\"invalid_grant\",\"error_description\":\"" + token + "\"}");
    }
    before = token;
    newest = "r" + ++issued;
    story.add("issued " + newest);
    return Reply.json(
        "{\"access_token\":\"a" + issued + "\",\"refresh_token\":\"" + newest + "\"}");
  }

  private <T> T told(String what, T result) {
    story.add(what);
    return result;
  }

  private static String origin(String token) {
    return Fingerprint.of(Secret.of(token));
  }

  /** A store that can crash. */
  private final class Rows implements TokenStore {
    private final Map<String, Kept> kept = new HashMap<>();
    private boolean crashing;
    private boolean crashingAfter;

    Kept known() {
      return Objects.requireNonNull(kept.get("c-1"));
    }

    @Override
    public synchronized Kept renew(String credential, Function<Optional<Kept>, Kept> renewal) {
      Kept next = renewal.apply(Optional.ofNullable(kept.get(credential)));
      crashIf(crashing);
      kept.put(credential, next);
      story.add("kept " + next.token().reveal());
      crashIf(crashingAfter);
      return next;
    }

    private void crashIf(boolean now) {
      if (now) {
        throw new IllegalStateException("crash");
      }
    }
  }
}
