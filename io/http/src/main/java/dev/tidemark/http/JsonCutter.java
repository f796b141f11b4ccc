// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tidemark.model.Bytes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Cuts a JSON document into the pieces a shape asks for, while it streams by: nothing but the piece
 * at hand is in memory. Pieces are the very bytes that came. Used once, by one thread.
 */
final class JsonCutter {
  private final JsonShape shape;
  private final RecordingStream in;
  private final int most;
  private final Map<String, Bytes> fields = new HashMap<>();

  JsonCutter(JsonShape shape, InputStream in, int most) {
    this.shape = shape;
    this.in = new RecordingStream(in, most);
    this.most = most;
  }

  /** Hands the elements over and returns the fields, once the whole document has been read. */
  Map<String, Bytes> cut() throws IOException {
    try (JsonParser parser = Json.FACTORY.createParser(in)) {
      whole(parser);
    }
    return fields;
  }

  private void whole(JsonParser parser) throws IOException {
    try {
      if (parser.nextToken() == null) {
        throw new EOFException();
      }
      value(parser, "");
      if (parser.nextToken() != null) {
        throw new UnreadableException("more than one JSON document");
      }
    } catch (JsonParseException malformed) {
      throw isCutOff(parser) ? new EOFException() : malformed;
    }
  }

  /** Whether what cannot be read is the last that came, such as half a word. */
  private boolean isCutOff(JsonParser parser) throws IOException {
    return in.endsBefore(parser.currentLocation().getByteOffset() + 1);
  }

  private void value(JsonParser parser, String pointer) throws IOException {
    JsonToken token = parser.currentToken();
    Consumer<Bytes> elements = shape.array(pointer).orElse(null);
    if (shape.hasField(pointer)) {
      fields.put(pointer, piece(parser));
    } else if (elements != null && token == JsonToken.START_ARRAY) {
      elements(parser, elements);
    } else if (shape.leadsOn(pointer) && token.isStructStart()) {
      children(parser, pointer);
    } else {
      parser.skipChildren();
    }
  }

  private void elements(JsonParser parser, Consumer<Bytes> elements) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.accept(piece(parser));
    }
  }

  private void children(JsonParser parser, String pointer) throws IOException {
    int index = 0;
    while (!parser.nextToken().isStructEnd()) {
      if (parser.currentToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName().replace("~", "~0").replace("/", "~1");
        parser.nextToken();
        value(parser, pointer + "/" + name);
      } else {
        value(parser, pointer + "/" + index++);
      }
    }
  }

  private Bytes piece(JsonParser parser) throws IOException {
    in.markFrom(parser.currentTokenLocation().getByteOffset());
    parser.skipChildren();
    parser.finishToken();
    byte[] piece = in.takeTo(parser.currentLocation().getByteOffset());
    if (piece.length > most) {
      throw new TooLargeException("a record", most);
    }
    return Bytes.wrap(piece);
  }
}
