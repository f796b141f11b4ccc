// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tidemark.console.web.Answer;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The description of this API, for people and programs. */
record OpenApi(JsonNode document) {
  private static final String RESOURCE = "/dev/tidemark/console/openapi.yaml";

  /** The one that belongs to this build. */
  static OpenApi read() {
    try (InputStream yaml = OpenApi.class.getResourceAsStream(RESOURCE)) {
      return new OpenApi(new YAMLMapper().readTree(Objects.requireNonNull(yaml, RESOURCE)));
    } catch (IOException broken) {
      throw new UncheckedIOException("this build is not whole", broken);
    }
  }

  void add(Doors doors) {
    doors.open(HandlerType.GET, "/openapi.json", Answer.always(document));
  }
}
