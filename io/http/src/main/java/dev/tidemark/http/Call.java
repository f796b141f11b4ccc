// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request as data. Immutable; each method returns a copy. An address starting with a slash is a
 * path on the account's host, one without is below the account's base address, and an absolute one
 * must lead to the account's host, too, unless the call is anonymous.
 */
public final class Call {
  private final Verb verb;
  private final String address;
  private final List<Parameter> query;
  private final SortedMap<String, String> headers;
  private final @Nullable Payload payload;
  private final Reach reach;

  private record Parameter(String name, String value) {
    String encoded() {
      return Percent.encode(name) + "=" + Percent.encode(value);
    }
  }

  private Call(
      Verb verb,
      String address,
      List<Parameter> query,
      SortedMap<String, String> headers,
      @Nullable Payload payload,
      Reach reach) {
    this.verb = verb;
    this.address = Objects.requireNonNull(address, "address");
    this.query = List.copyOf(query);
    this.headers = headers;
    this.payload = payload;
    this.reach = reach;
  }

  /** A call of any method. */
  public static Call of(Verb verb, String address) {
    SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    return new Call(verb, address, List.of(), headers, null, Reach.ACCOUNT);
  }

  public static Call get(String address) {
    return of(Verb.GET, address);
  }

  public static Call post(String address, Payload payload) {
    return of(Verb.POST, address).sending(payload);
  }

  /** A text as one segment of a path. */
  public static String segment(String text) {
    return Percent.encode(text);
  }

  /** Sends this. */
  public Call sending(Payload what) {
    return new Call(verb, address, query, headers, what, reach);
  }

  /** Sets a parameter of the query, once for each value; what it was before is replaced. */
  public Call query(String name, String... values) {
    List<Parameter> changed = new ArrayList<>(query);
    changed.removeIf(parameter -> parameter.name().equals(name));
    Stream.of(values).map(value -> new Parameter(name, value)).forEach(changed::add);
    return new Call(verb, address, changed, headers, payload, reach);
  }

  /** Sets a header; never one that holds a secret, which is what an authentication is for. */
  public Call header(String name, String value) {
    SortedMap<String, String> changed = new TreeMap<>(headers);
    changed.put(name, value);
    return new Call(verb, address, query, changed, payload, reach);
  }

  /** Only if the answer is not the same as that validator's. */
  public Call unless(Validator validator) {
    Call call = this;
    for (Map.Entry<String, String> condition : validator.conditions().entrySet()) {
      call = call.header(condition.getKey(), condition.getValue());
    }
    return call;
  }

  /** The same call to another address, whose own query takes the place of this one's. */
  public Call at(String other) {
    return new Call(verb, other, List.of(), headers, payload, reach);
  }

  /** Without the credential, for which it may go to another host. */
  public Call anonymously() {
    return new Call(verb, address, query, headers, payload, Reach.ELSEWHERE);
  }

  public Verb verb() {
    return verb;
  }

  public Optional<Payload> payload() {
    return Optional.ofNullable(payload);
  }

  /** The headers set so far. */
  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Where it goes, seen from a base address. */
  public URI target(URI base) {
    String parameters = query.stream().map(Parameter::encoded).collect(Collectors.joining("&"));
    String separator = parameters.isEmpty() ? "" : address.contains("?") ? "&" : "?";
    return base.resolve(Percent.address(address + separator + parameters));
  }

  Call toMachine() {
    return new Call(verb, address, query, headers, payload, Reach.MACHINE);
  }

  /** To another host: nothing goes along that was meant for the first. */
  Call strayingTo(URI location) {
    return of(verb, location.toString()).anonymously();
  }

  Reach reach() {
    return reach;
  }

  /** Method and path: headers, queries and contents may hold secrets. */
  @Override
  public String toString() {
    return verb + " " + address.replaceFirst("[?#].*", "");
  }
}
