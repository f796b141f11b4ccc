// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.kafka;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** What went wrong at the brokers, in categories and with what to do; settings are not repeated. */
final class KafkaFailures {
  private KafkaFailures() {}

  static ConnectorException explained(String topic, @Nullable Throwable failure) {
    Throwable cause = deepest(Objects.requireNonNullElseGet(failure, IllegalStateException::new));
    Category category = category(cause);
    return ConnectorException.of(
        category,
        "topic "
            + topic
            + " did not take events ("
            + cause.getClass().getSimpleName()
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

  private static Category category(Throwable cause) {
    if (cause instanceof AuthenticationException) {
      return Category.AUTH;
    }
    if (cause instanceof AuthorizationException) {
      return Category.PERMISSION;
    }
    if (cause instanceof RecordTooLargeException) {
      return Category.DATA;
    }
    if (cause instanceof ConfigException) {
      return Category.CONFIG;
    }
    return cause instanceof RetriableException ? Category.TRANSIENT : Category.INTERNAL;
  }

  private static String remedy(Category category) {
    return switch (category) {
      case AUTH -> "correct user, password and mechanism";
      case PERMISSION -> "allow the user to write to it";
      case DATA -> "raise max.message.bytes of the topic, or leave this event to its dead letter";
      case CONFIG -> "correct the brokers' addresses and the certificate";
      default -> "check that the brokers answer and that the topic is there; it is tried again";
    };
  }
}
