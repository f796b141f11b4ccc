// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a fake was asked.
 *
 * @param path decoded, without the query
 * @param parts what the names of the route's pattern stand for
 * @param query parameters of the address, decoded, in order
 * @param headers by name in small letters
 * @param body as text, uncompressed
 * @param at when, by the clock of the fake
 */
public record Request(
    String method,
    URI address,
    String path,
    Map<String, String> parts,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    String body,
    Instant at) {
  public Request {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(path, "path");
    parts = Map.copyOf(parts);
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(at, "at");
  }

  /** What a name of the route's pattern stands for. */
  public String part(String name) {
    return Objects.requireNonNull(parts.get(name), () -> "the pattern has no {" + name + "}");
  }

  /** The first value of a parameter of the address. */
  public Optional<String> query(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** A parameter that is a number, or its default. */
  public int number(String name, int otherwise) {
    return query(name)
        .filter(it -> it.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** The body as JSON; empty where it is none. */
  public Optional<JsonNode> json() {
    try {
      return body.isBlank() ? Optional.empty() : Optional.of(Answer.JSON.readTree(body));
    } catch (JsonProcessingException other) {
      return Optional.empty();
    }
  }

  /** The body as fields of a form. */
  public Map<String, String> form() {
    return Parameters.parse(body).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().get(0)));
  }

  /** The address it was sent to with one parameter set: what a next link looks like. */
  public String with(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(query);
    changed.put(name, List.of(value));
    return address.getScheme()
        + "://"
        + address.getRawAuthority()
        + address.getRawPath()
        + "?"
        + text(changed);
  }

  /** Method, address, headers and body in one text: to look for what should not be there. */
  public String whole() {
    return method + " " + address + "\n" + headers + "\n" + body;
  }

  /** Without headers: they may hold a credential. */
  @Override
  public String toString() {
    return method + " " + address.getRawPath() + (query.isEmpty() ? "" : "?" + text(query));
  }

  private static String text(Map<String, List<String>> parameters) {
    return parameters.entrySet().stream()
        .flatMap(
            it -> it.getValue().stream().map(value -> encoded(it.getKey()) + "=" + encoded(value)))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
