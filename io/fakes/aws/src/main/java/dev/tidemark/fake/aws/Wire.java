// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.testkit.fake.Request;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param service as the signature names it, such as {@code s3}; empty without one
 * @param region as the signature names it
 * @param path decoded
 * @param query by name; a name without a value has the empty one
 * @param body as text
 */
record Wire(
    String service,
    String region,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body) {
  static Wire of(Request request) {
    Map<String, String> headers = new HashMap<>();
    request.headers().forEach((name, values) -> headers.put(name, values.get(0)));
    Map<String, String> query = new HashMap<>();
    query.putAll(Signature.form(Objects.requireNonNullElse(request.address().getRawQuery(), "")));
    if (headers.getOrDefault("content-type", "").startsWith("application/x-www-form-urlencoded")) {
      query.putAll(Signature.form(request.body()));
    }
    Optional<Signature> signature = Signature.of(request);
    return new Wire(
        signature.map(Signature::service).orElse(""),
        signature.map(Signature::region).orElse(""),
        request.path(),
        query,
        headers,
        request.body());
  }

  /** A query parameter that was given and is not empty. */
  Optional<String> given(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  /** What is asked for, in the service's own words. */
  String operation() {
    String target = headers.get("x-amz-target");
    if (target != null) {
      return target.substring(target.indexOf('.') + 1);
    }
    return query.getOrDefault("Action", S3Service.operation(this));
  }
}
