// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.kafka;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.jspecify.annotations.Nullable;

/** What went wrong at the brokers, in categories and with what to do; settings are not repeated. */
final class KafkaFailures {
  /** The narrower ones first. */
  private static final Map<Class<? extends Exception>, Category> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put(SslAuthenticationException.class, Category.CONFIG);
    KNOWN.put(AuthenticationException.class, Category.AUTH);
    KNOWN.put(AuthorizationException.class, Category.PERMISSION);
    KNOWN.put(RecordTooLargeException.class, Category.DATA);
    KNOWN.put(ConfigException.class, Category.CONFIG);
    KNOWN.put(RetriableException.class, Category.TRANSIENT);
  }

  private KafkaFailures() {}

  static ConnectorException explained(String topic, @Nullable Throwable failure) {
    Throwable known = Objects.requireNonNullElseGet(failure, IllegalStateException::new);
    Category category = category(known);
    return ConnectorException.of(
        category,
        "topic "
            + topic
            + " did not take events ("
            + deepest(known).getClass().getSimpleName()
            + "): "
            + remedy(category));
  }

  private static Throwable deepest(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Of the first of its causes that Kafka has a word for; what is beneath it is Java's. */
  private static Category category(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(KafkaFailures::known)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Category.INTERNAL);
  }

  private static Optional<Category> known(Throwable cause) {
    return KNOWN.entrySet().stream()
        .filter(entry -> entry.getKey().isInstance(cause))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String remedy(Category category) {
    return switch (category) {
      case AUTH -> "correct user, password and mechanism";
      case PERMISSION -> "allow the user to write to it";
      case DATA -> "raise max.message.bytes of the topic, or leave this event to its dead letter";
      case CONFIG ->
          "correct bootstrap-servers, to names the brokers' certificates are for, or"
              + " ca-certificate, to who signed them";
      default -> "check that the brokers answer and that the topic is there; it is tried again";
    };
  }
}
