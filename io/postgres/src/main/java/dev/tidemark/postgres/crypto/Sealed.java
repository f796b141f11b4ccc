// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.crypto;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidemark.model.Bytes;
import java.io.IOException;

/**
 * Something encrypted, as the database holds it.
 *
 * @param key the wrapped key it is encrypted under
 */
public record Sealed(Bytes key, Bytes ciphertext) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The form it is stored in. */
  public String json() {
    return JSON.createObjectNode()
        .put("format", 1)
        .put("key", key.array())
        .put("ciphertext", ciphertext.array())
        .toString();
  }

  public static Sealed parse(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      return new Sealed(bytes(node, "key"), bytes(node, "ciphertext"));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("what is sealed is not JSON", failure);
    } catch (IOException failure) {
      throw new IllegalStateException("what is sealed lacks its key or its content", failure);
    }
  }

  private static Bytes bytes(JsonNode node, String name) throws IOException {
    return Bytes.wrap(node.required(name).binaryValue());
  }
}
