// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.kafka;

import dev.tidemark.outlet.EventType;
import dev.tidemark.outlet.Outlet;
import dev.tidemark.outlet.OutletType;
import dev.tidemark.spi.options.Option;
import dev.tidemark.spi.options.Options;
import dev.tidemark.spi.options.Secret;
import dev.tidemark.spi.options.Settings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** CloudEvents as records of a topic, keyed by organisation. */
public final class KafkaType implements OutletType {
  /** How a user name and its password are proved. */
  public enum Mechanism {
    /** As they are; only over TLS. */
    PLAIN("PLAIN"),
    /** By SCRAM with SHA-256. */
    SCRAM_SHA_256("SCRAM-SHA-256"),
    /** By SCRAM with SHA-512. */
    SCRAM_SHA_512("SCRAM-SHA-512");

    private final String kafkaName;

    Mechanism(String kafkaName) {
      this.kafkaName = kafkaName;
    }

    String kafkaName() {
      return kafkaName;
    }
  }

  static final Option<List<String>> BOOTSTRAP_SERVERS =
      Option.texts("bootstrap-servers")
          .describedAs("Brokers to begin with, host:port each.")
          .required();
  static final Option<String> TOPIC =
      Option.text("topic", "[A-Za-z0-9._-]{1,249}", "letters, digits, dots, dashes, underscores")
          .describedAs("The topic events are written to; it must be there.")
          .orElse("tidemark-events");
  static final Option<Boolean> TLS =
      Option.flag("tls").describedAs("Whether connections are encrypted.").orElse(true);
  static final Option<Secret> CA_CERTIFICATE =
      Option.secret("ca-certificate")
          .describedAs("PEM of who signs the brokers' certificates, where Java does not know it.");
  static final Option<String> USER =
      Option.text("user").describedAs("Whom to sign in as, where brokers ask for somebody.");
  static final Option<Secret> PASSWORD =
      Option.secret("password").describedAs("The user's password.");
  static final Option<Mechanism> MECHANISM =
      Option.choice("mechanism", Mechanism.class)
          .describedAs("How the password is proved.")
          .orElse(Mechanism.SCRAM_SHA_512);
  static final Option<Duration> REQUEST_TIMEOUT =
      Option.duration("request-timeout", Duration.ofSeconds(1), Duration.ofSeconds(30))
          .describedAs("How long the brokers may take to accept records.")
          .orElse(Duration.ofSeconds(20));

  private static final Options OPTIONS =
      Options.of(
              BOOTSTRAP_SERVERS,
              TOPIC,
              TLS,
              CA_CERTIFICATE,
              USER,
              PASSWORD,
              MECHANISM,
              TRIES,
              REQUEST_TIMEOUT)
          .bundled(USER, PASSWORD);

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public String title() {
    return "CloudEvents 1.0 as records of a Kafka topic, keyed by organisation";
  }

  @Override
  public Options options() {
    return OPTIONS;
  }

  @Override
  public Set<EventType> usual() {
    return EnumSet.complementOf(EnumSet.of(EventType.STREAM_READ));
  }

  @Override
  public Set<EventType> possible() {
    return EnumSet.allOf(EventType.class);
  }

  @Override
  public Outlet open(Settings settings) {
    return new KafkaOutlet(settings);
  }
}
