// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.console.Visitor.Answer;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A browser on its way to an issuer and back. */
final class Traveller {
  static final String BEGIN = "/api/sign-in/openid";
  private static final String CALLBACK = BEGIN + "/callback";

  final Visitor visitor;
  final String cookie;
  final URI there;

  private Traveller(Visitor visitor, Answer left) {
    assertThat(left.status()).as(left.response().body()).isEqualTo(303);
    this.visitor = visitor;
    this.cookie = cookies(left).get(0).replaceFirst(";.*", "");
    this.there = URI.create(left.header("Location"));
  }

  static Traveller leaving(Console console, String query) {
    Visitor visitor = new Visitor(console.origin(), Served.HEARD);
    return new Traveller(visitor, visitor.get(BEGIN + query));
  }

  static List<String> cookies(Answer answer) {
    return answer.response().headers().allValues("Set-Cookie");
  }

  /** What the browser asks the issuer with. */
  String asked(String name) {
    return Objects.requireNonNull(query(there).get(name), name);
  }

  /** Comes back as the issuer sent it. */
  Answer back(URI callback) {
    return visitor.bearing(cookie, "").get(callback.getRawPath() + "?" + callback.getRawQuery());
  }

  /** Comes back with its own state and any code. */
  Answer back(String code) {
    return back(URI.create(CALLBACK + "?state=" + asked("state") + "&code=" + code));
  }

  /** Has the visitor go on with the session it was given. */
  Visitor signedIn(Answer back) {
    assertThat(back.status()).as(back.response().body()).isEqualTo(303);
    String session =
        cookies(back).stream()
            .filter(it -> it.startsWith("tidemark_session="))
            .findFirst()
            .orElseThrow()
            .replaceFirst(";.*", "");
    String proof =
        visitor.bearing(session, "").get("/api/session").json().at("/csrf_token").asText();
    return visitor.bearing(session, proof);
  }

  /** The code the issuer sends a browser back with. */
  static String code(URI back) {
    return Objects.requireNonNull(query(back).get("code"), "code");
  }

  private static Map<String, String> query(URI address) {
    return Arrays.stream(address.getRawQuery().split("&"))
        .map(it -> it.split("=", 2))
        .collect(Collectors.toMap(it -> it[0], it -> it[1]));
  }
}
