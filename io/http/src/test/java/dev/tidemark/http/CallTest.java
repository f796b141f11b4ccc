// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CallTest {
  private static final URI BASE = URI.create("https://host.example/api/");

  @Test
  void pathIsOnTheHost() {
    assertThat(Call.get("/v1/things").target(BASE)).hasToString("https://host.example/v1/things");
  }

  @Test
  void relativePathIsBelowTheBase() {
    assertThat(Call.get("things").target(BASE)).hasToString("https://host.example/api/things");
  }

  @Test
  void queryIsEncodedAndReplaced() {
    Call call = Call.get("/x").query("q", "a").query("q", "a b&c", "ü").query("n", "1");
    assertThat(call.target(BASE)).hasToString("https://host.example/x?q=a%20b%26c&q=%C3%BC&n=1");
  }

  @Test
  void queryJoinsThatOfTheAddress() {
    Call call = Call.get("/x?token=a%2Bb").query("n", "1");
    assertThat(call.target(BASE)).hasToString("https://host.example/x?token=a%2Bb&n=1");
  }

  @Test
  void addressOfASourceIsRepaired() {
    Call call = Call.get("/x?filter=name eq 'ü|v'");
    assertThat(call.target(BASE).getRawQuery()).isEqualTo("filter=name%20eq%20'%C3%BC%7Cv'");
  }

  @Test
  void anotherAddressBringsItsOwnQuery() {
    Call call = Call.get("/x").query("n", "1").header("h", "v").at("/y?m=2");
    assertThat(call.target(BASE)).hasToString("https://host.example/y?m=2");
    assertThat(call.header("H")).hasValue("v");
  }

  @Test
  void textShowsNoQuery() {
    assertThat(Call.get("/x?key=canary").query("k", "canary")).hasToString("GET /x");
  }

  @Test
  void formKeepsItsOrder() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "a b");
    fields.put("x", "1=2");
    assertThat(Payload.form(fields).content().utf8()).isEqualTo("grant_type=a%20b&x=1%3D2");
  }

  @Property
  void anyValueArrivesAsItIs(@ForAll String value) {
    String printable = value.replaceAll("\\p{Cs}", "");
    URI target = Call.get("/x").query("v", printable).target(BASE);
    assertThat(target.getQuery()).isEqualTo("v=" + printable);
  }
}
