// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import org.junit.jupiter.api.Test;

class CensorTest {
  private static final Options OPTIONS =
      Options.of(
          Option.text("host").describedAs("Where."),
          Option.secret("password").describedAs("The password."),
          Option.secret("pin").describedAs("Too short to look for."));

  @Test
  void takesSecretsOutWhereverAPlatformRepeatsThem() {
    Censor censor =
        Censor.of(OPTIONS, "{\"host\": \"db\", \"password\": \"hunter2\", \"pin\": \"12\"}");
    assertThat(censor.of("login hunter2@db, 12 tables")).isEqualTo("login ***@db, 12 tables");
    JsonNode told = Texts.parsed("{\"a\": [\"x hunter2\", 7, {\"hunter2\": null}], \"b\": \"db\"}");
    assertThat(censor.of(told))
        .isEqualTo(Texts.parsed("{\"a\": [\"x ***\", 7, {\"***\": null}], \"b\": \"db\"}"));
  }
}
