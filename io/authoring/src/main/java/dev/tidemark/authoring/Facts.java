// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.model.stream.Change;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The fields of a record; one that is missing or of another type is a failure of category DATA that
 * names it. Immutable.
 */
public final class Facts {
  private static final JsonMapper JSON = new JsonMapper();

  private final String key;
  private final JsonNode fields;

  private Facts(String key, JsonNode fields) {
    this.key = key;
    this.fields = fields;
  }

  public static Facts of(Change change) {
    try {
      JsonNode node = JSON.readTree(change.payload().array());
      if (node.isObject()) {
        return new Facts(change.key(), node);
      }
    } catch (JsonProcessingException malformed) {
      throw wrong("record " + change.key() + " is not JSON");
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    throw wrong("record " + change.key() + " is not a JSON object");
  }

  /** The fields of a row that has no key yet. */
  public static Facts of(ObjectNode fields) {
    return new Facts("", fields);
  }

  public String key() {
    return key;
  }

  public String text(String name) {
    return required(name, JsonNode::isTextual, "a text").textValue();
  }

  public boolean flag(String name) {
    return required(name, JsonNode::isBoolean, "true or false").booleanValue();
  }

  public long count(String name) {
    return required(name, Facts::isWhole, "a whole number").longValue();
  }

  public Instant instant(String name) {
    return findInstant(name).orElseThrow(() -> lacks(name, "a time"));
  }

  public Optional<Boolean> findFlag(String name) {
    return isAbsent(name) ? Optional.empty() : Optional.of(flag(name));
  }

  public Optional<String> findText(String name) {
    return isAbsent(name) ? Optional.empty() : Optional.of(text(name));
  }

  public OptionalLong findCount(String name) {
    return isAbsent(name) ? OptionalLong.empty() : OptionalLong.of(count(name));
  }

  /** Whether a value is there. */
  public boolean knows(String name) {
    return !isAbsent(name);
  }

  /** Whether a value is there and true. */
  public boolean holds(String name) {
    return fields.path(name).asBoolean(false);
  }

  public double number(String name) {
    return required(name, JsonNode::isNumber, "a number").doubleValue();
  }

  public OptionalDouble findNumber(String name) {
    return isAbsent(name) ? OptionalDouble.empty() : OptionalDouble.of(number(name));
  }

  public Optional<Instant> findInstant(String name) {
    if (isAbsent(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text(name)).toInstant());
    } catch (DateTimeException malformed) {
      throw lacks(name, "a time");
    }
  }

  /** The fields of an object within it. */
  public Facts object(String name) {
    return new Facts(key, required(name, JsonNode::isObject, "an object"));
  }

  public Optional<Facts> findObject(String name) {
    return isAbsent(name) ? Optional.empty() : Optional.of(object(name));
  }

  /** The objects of a list. */
  public List<Facts> list(String name) {
    List<Facts> items = new ArrayList<>();
    required(name, JsonNode::isArray, "a list").forEach(item -> items.add(new Facts(key, item)));
    return items;
  }

  /** As {@link #list}; empty where there is none. */
  public List<Facts> optionalList(String name) {
    return isAbsent(name) ? List.of() : list(name);
  }

  /** The texts of a list. */
  public List<String> texts(String name) {
    List<String> items = new ArrayList<>();
    required(name, JsonNode::isArray, "a list").forEach(item -> items.add(item.asText()));
    return items;
  }

  private static boolean isWhole(JsonNode value) {
    return value.isNumber() && value.canConvertToExactIntegral() && value.canConvertToLong();
  }

  private boolean isAbsent(String name) {
    return fields.path(name).isMissingNode() || fields.path(name).isNull();
  }

  private JsonNode required(String name, Predicate<JsonNode> type, String words) {
    JsonNode value = fields.path(name);
    if (!type.test(value)) {
      throw lacks(name, words);
    }
    return value;
  }

  private ConnectorException lacks(String name, String words) {
    return wrong("record " + key + ": field " + name + " must be " + words);
  }

  private static ConnectorException wrong(String message) {
    return ConnectorException.of(Category.DATA, message);
  }
}
