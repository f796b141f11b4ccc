// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidemark.model.Bytes;
import java.net.URI;
import java.util.Map;

/** An answer as it goes. */
record Answer(int status, String type, Bytes body, Map<String, String> headers) {
  static Answer xml(String body) {
    return xml(200, body);
  }

  static Answer xml(int status, String body) {
    String text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body;
    return new Answer(status, "application/xml", Bytes.utf8(text), Map.of());
  }

  /** Leads to another address. */
  static Answer elsewhere(URI target) {
    return new Answer(307, "text/plain", Bytes.empty(), Map.of("Location", target.toString()));
  }

  static Answer json(JsonNode body) {
    return json(200, body);
  }

  static Answer json(int status, JsonNode body) {
    return new Answer(status, "application/x-amz-json-1.1", Bytes.utf8(body.toString()), Map.of());
  }
}
