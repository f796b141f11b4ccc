// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsDocumentsTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Test
  void yieldsValidJsonSchema() {
    Schema draft =
        REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(draft.validate(Service.OPTIONS.jsonSchema(), InputFormat.JSON)).isEmpty();
  }

  @Test
  void marksSecretsInTheSchema() {
    assertThat(Service.OPTIONS.jsonSchema())
        .contains(
            """
                "password" : {
                  "description" : "Password | key.",
                  "type" : "string",
                  "minLength" : 1,
                  "format" : "password",
                  "writeOnly" : true
                }\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "yes | {'host': 'a.example', 'region': 'north'}",
        "yes | {'url': 'svc://a', 'region': 'north', 'tables': ['a'], 'timeout': '5m'}",
        "yes | {'host': 'a', 'region': 'n', 'port': 1, 'user': 'u', 'password': 'p'}",
        "no  | {'host': 'a.example'}",
        "no  | {'region': 'north'}",
        "no  | {'url': 'svc://a', 'host': 'a', 'region': 'n'}",
        "no  | {'url': 'http://a', 'region': 'n'}",
        "no  | {'url': 'svc://a', 'port': 1, 'region': 'n'}",
        "no  | {'host': 'a', 'region': 'n', 'user': 'u'}",
        "no  | {'host': 'a', 'region': 'n', 'password': 'p'}",
        "no  | {'host': 'a', 'region': 'n', 'port': 0}",
        "no  | {'host': 'a', 'region': 'n', 'tls-mode': 'verify'}",
        "no  | {'host': 'A B', 'region': 'n'}",
        "no  | {'host': 'a', 'region': 'n', 'timeout': 'soon'}",
        "no  | {'host': 'a', 'region': 'n', 'proxy': 'ftp://a'}",
        "no  | {'host': 'a', 'region': 'n', 'tables': [1]}",
        "no  | {'host': 'a', 'region': 'n', 'extra': 1}"
      })
  void schemaAndParserAgree(String accepted, String written) {
    String json = written.replace('\'', '"');
    Schema schema = REGISTRY.getSchema(Service.OPTIONS.jsonSchema());
    List<Error> errors = schema.validate(json, InputFormat.JSON);
    assertThat(errors.isEmpty()).as("%s", errors).isEqualTo(accepted.equals("yes"));
    // A number is text to the parser, which also reads texts given on a command line.
    if (!json.contains("[1]")) {
      assertThat(parses(json)).isEqualTo(accepted.equals("yes"));
    }
  }

  @Test
  void printsMarkdownTable() {
    assertThat(
            Options.of(Service.PORT, Service.PASSWORD, Service.REGION, Service.MODE)
                .exclusive(Service.PORT, Service.MODE)
                .markdownTable())
        .isEqualTo(
            """
            | Option | Value | Default | Meaning |
            |---|---|---|---|
            | `port` | a whole number from 1 to 65535 | `5432` | Port of the host. |
            | `password` | a secret text | – | Password \\| key. |
            | `region` | text | required | Where it runs. |
            | `tls-mode` | one of prefer, verify-full | `prefer` |  |

            - At most one of port, tls-mode.
            """);
  }

  @Test
  void printsHelp() {
    assertThat(Options.of(Service.PORT, Service.REGION, Service.MODE).help())
        .containsExactly(
            "port      Port of the host; a whole number from 1 to 65535; default 5432",
            "region    Where it runs; text; required",
            "tls-mode  one of prefer, verify-full; default prefer");
  }

  private static boolean parses(String json) {
    try {
      return Service.OPTIONS.parse(json).equals(Service.OPTIONS.parse(json));
    } catch (SettingsException refused) {
      return false;
    }
  }
}
