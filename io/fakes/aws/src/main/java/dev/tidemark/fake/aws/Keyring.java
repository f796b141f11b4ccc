// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import dev.tidemark.testkit.fake.Request;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Access keys, and roles that hand out temporary ones. Safe for use by several threads. */
final class Keyring {
  private final Map<String, Key> keys = new ConcurrentHashMap<>();
  private final Map<String, String> roles = new ConcurrentHashMap<>();
  private final AtomicLong issued = new AtomicLong();

  /**
   * An access key.
   *
   * @param token the session token that comes with a temporary one; null for a lasting one
   */
  record Key(String id, String secret, @Nullable String token, Instant until) {}

  void add(String id, String secret) {
    keys.put(id, new Key(id, secret, null, Instant.MAX));
  }

  /** A role that may be assumed by whoever knows the external id. */
  void trust(String role, String externalId) {
    roles.put(role, externalId);
  }

  /** A temporary key for a role; empty if it must not be assumed so. */
  Optional<Key> assume(String role, @Nullable String externalId, Instant until) {
    String expected = roles.get(role);
    if (expected == null || !expected.equals(externalId)) {
      return Optional.empty();
    }
    long number = issued.incrementAndGet();
    Key key =
        new Key(
            "ASIAFAKE%08d".formatted(number),
            "temporary-secret-" + UUID.randomUUID(),
            "temporary-token-" + UUID.randomUUID(),
            until);
    keys.put(key.id(), key);
    return Optional.of(key);
  }

  /** Refuses a request nobody signed who is known here, in the words of its service. */
  void verify(Request request) {
    Signature signature =
        Signature.of(request)
            .orElseThrow(() -> new AwsError(403, "MissingAuthenticationToken", "Not signed"));
    String service = signature.service();
    Key key = find(signature.key()).orElseThrow(() -> Dialects.unknownKey(service));
    if (!signature.isOf(key.secret(), request)) {
      throw Dialects.wrongSignature(service);
    }
    if (key.token() != null
        && !key.token().equals(request.header("x-amz-security-token").orElse(""))) {
      throw Dialects.unknownKey(service);
    }
    if (key.until().isBefore(Instant.now())) {
      throw Dialects.expired(service);
    }
  }

  /** Tokens and secrets of some temporary keys. */
  Set<String> temporary(int most) {
    return keys.values().stream()
        .filter(key -> key.token() != null)
        .limit(most)
        .flatMap(key -> Stream.of(key.secret(), String.valueOf(key.token())))
        .collect(Collectors.toSet());
  }

  private Optional<Key> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  /** Temporary keys are of no use from now on. */
  void expire() {
    keys.replaceAll(
        (id, key) ->
            key.token() == null ? key : new Key(id, key.secret(), key.token(), Instant.MIN));
  }

  long issued() {
    return issued.get();
  }
}
