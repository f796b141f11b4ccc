// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command that prints facts prints to: text for people, or JSON if asked for. */
public final class Output {
  /** Writes trees, and records as objects. */
  public static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--json", description = "Print the facts as JSON.")
  private boolean json;

  /** Prints one or the other; what is not asked for is not made. */
  public void print(Supplier<JsonNode> facts, Supplier<Stream<String>> text) {
    if (json) {
      line(written(facts.get()));
    } else {
      text.get().forEach(this::line);
    }
  }

  /** Whether JSON was asked for. */
  public boolean isJson() {
    return json;
  }

  /** Prints a line of fact. */
  public void line(String text) {
    Messages.of(spec).line(text);
  }

  /** Prints a line that is no fact, such as what is being done. */
  public void note(String text) {
    Messages.of(spec).note(text);
  }

  private static String written(JsonNode facts) {
    try {
      return JSON.writeValueAsString(facts);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree always prints", impossible);
    }
  }
}
