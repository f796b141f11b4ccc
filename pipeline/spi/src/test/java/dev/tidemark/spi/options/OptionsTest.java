// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final Map<String, Object> LEAST = Map.of("host", "a.example", "region", "north");

  @Test
  void readsEveryTypeFromText() {
    Settings settings =
        Service.OPTIONS.parse(
            Map.of(
                "host", "a.example",
                "port", "6000",
                "user", "reader",
                "password", "canary",
                "tls-mode", "verify-full",
                "compress", "false",
                "timeout", "5m",
                "tables", "a, b",
                "proxy", "https://proxy.example:8080",
                "region", "north"));
    assertThat(settings.require(Service.PORT)).isEqualTo(6000);
    assertThat(settings.require(Service.PASSWORD).reveal()).isEqualTo("canary");
    assertThat(settings.require(Service.MODE)).isEqualTo(Service.Mode.VERIFY_FULL);
    assertThat(settings.require(Service.COMPRESS)).isFalse();
    assertThat(settings.require(Service.TIMEOUT)).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.require(Service.TABLES)).containsExactly("a", "b");
    assertThat(settings.require(Service.PROXY)).isEqualTo(URI.create("https://proxy.example:8080"));
  }

  @Test
  void readsJsonTypes() {
    Settings settings =
        Service.OPTIONS.parse(
            """
            {"host": "a.example", "port": 6000, "compress": false, "timeout": "PT2M",
             "tables": ["a,b", "c"], "region": "north", "proxy": null}
            """);
    assertThat(settings.require(Service.PORT)).isEqualTo(6000);
    assertThat(settings.require(Service.TIMEOUT)).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.require(Service.TABLES)).containsExactly("a,b", "c");
    assertThat(settings.find(Service.PROXY)).isEmpty();
  }

  @Test
  void fallsBackToDefaults() {
    Settings settings = Service.OPTIONS.parse(LEAST);
    assertThat(settings.require(Service.PORT)).isEqualTo(5432);
    assertThat(settings.find(Service.USER)).isEmpty();
    assertThatThrownBy(() -> settings.require(Service.USER)).hasMessageContaining("user");
  }

  @Test
  void namesEveryProblemAtOnce() {
    Map<String, Object> raw =
        Map.of(
            "prot", 1,
            "port", 70_000,
            "url", "secret-canary",
            "tls-mode", "verify",
            "compress", "yes",
            "timeout", "2h",
            "user", "reader",
            "proxy", "https://canary:canary@host");
    assertThatThrownBy(() -> Service.OPTIONS.parse(raw))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("settings: 10 problems")
        .hasMessageContaining("prot: is not an option; did you mean port?")
        .hasMessageContaining("port: must be a whole number from 1 to 65535, not 70000")
        .hasMessageContaining("url: must be an address svc://host; what was given is not shown")
        .hasMessageContaining("tls-mode: must be one of prefer, verify-full, not 'verify'")
        .hasMessageContaining("compress: must be true or false, not 'yes'")
        .hasMessageContaining("from 1s to 1h, not '2h'")
        .hasMessageContaining("region: is required: text (Where it runs.)")
        .hasMessageContaining("proxy: must not hold a user or password")
        .hasMessageContaining("user needs password as well")
        .hasMessageContaining("port needs host as well")
        .hasMessageNotContaining("canary");
  }

  @Test
  void saysWhatThereIsWhereNothingIsNear() {
    assertThatThrownBy(() -> Service.OPTIONS.parse(with("zzzzzz", 1)))
        .hasMessageContaining("zzzzzz: is not an option; there are url, host, port");
  }

  @Test
  void suggestsWhateverTheSpelling() {
    assertThatThrownBy(() -> Service.OPTIONS.parse(with("TLS_MODE", 1)))
        .hasMessageContaining("did you mean tls-mode?");
  }

  @Test
  void refusesOptionsThatExcludeEachOther() {
    assertThatThrownBy(() -> Service.OPTIONS.parse(with("url", "svc://canary")))
        .hasMessage("settings: url, host exclude each other: give only one of them");
    assertThatThrownBy(() -> Service.OPTIONS.parse(Map.of("region", "north")))
        .hasMessage("settings: one of url, host must be given");
  }

  @Test
  void refusesNumbersThatAreNotWhole() {
    for (Object wrong : List.of("5.5", 5.5, "five", true, "99999999999999999999", "1e400000000")) {
      assertThatThrownBy(() -> Service.OPTIONS.parse(with("port", wrong)))
          .as("%s", wrong)
          .hasMessageContaining("port: must be a whole number from 1 to 65535");
    }
  }

  @Test
  void countsNullAsNotGiven() {
    Map<String, @Nullable Object> raw = new HashMap<>(LEAST);
    raw.put("user", null);
    raw.put("url", null);
    assertThat(Service.OPTIONS.parse(raw)).isEqualTo(Service.OPTIONS.parse(LEAST));
  }

  @Test
  void masksSecretsWhereverSettingsAreShown() {
    Settings settings =
        Service.OPTIONS.parse(
            Map.of("host", "h", "region", "north", "user", "u", "password", "canary"));
    assertThat(settings.toString()).contains("password=***").doesNotContain("canary");
    assertThat(settings.shown()).containsEntry("password", "***").containsEntry("host", "h");
  }

  @Test
  void saysWhereTextIsNoJsonWithoutRepeatingIt() {
    for (String text : List.of("{\"password\": canary}", "[\"canary\"]", "{\"canary\"", "")) {
      assertThatThrownBy(() -> Service.OPTIONS.parse(text))
          .as(text)
          .hasMessageStartingWith("settings: not a JSON object")
          .hasMessageNotContaining("canary")
          .hasNoCause();
    }
    assertThatThrownBy(() -> Service.OPTIONS.parse("{\"host\": \"a\", \"host\": \"b\"}"))
        .hasMessageContaining("line 1");
  }

  @Test
  void refusesDeclarationsThatContradictThemselves() {
    assertThatThrownBy(() -> Options.of(Service.HOST, Service.HOST))
        .hasMessageContaining("share a name");
    assertThatThrownBy(() -> Options.of(Service.HOST).exclusive(Service.URL))
        .hasMessageContaining("none of [host]");
    assertThatThrownBy(() -> Service.PASSWORD.orElse(Secret.of("x")))
        .hasMessageContaining("no default");
    assertThatThrownBy(() -> Option.text("Not_A_Name")).hasMessageContaining("Not_A_Name");
  }

  @Test
  void printsDurationsAsTheyAreWritten() {
    for (String text : List.of("90s", "5m", "1h", "1500ms")) {
      Option<Duration> option = Option.duration("wait");
      Duration value = Options.of(option).parse(Map.of("wait", text)).require(option);
      assertThat(option.orElse(value).printedDefault()).contains(text);
    }
  }

  @Test
  void tellsTheGreatestValueWhereThereIsOne() {
    Duration most = Duration.ofDays(90);
    assertThat(Option.duration("history", Duration.ZERO, most).greatest()).contains(most);
    assertThat(Option.integer("port", 1, 65535).greatest()).contains(65535);
    assertThat(Option.duration("wait").greatest()).isEmpty();
    assertThat(Option.integer("count", 1, Integer.MAX_VALUE).greatest()).isEmpty();
    assertThat(Option.text("host").greatest()).isEmpty();
  }

  private static Map<String, Object> with(String key, Object value) {
    Map<String, Object> raw = new HashMap<>(LEAST);
    raw.put(key, value);
    return raw;
  }
}
