// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.outlet.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.outlet.Receiver;
import dev.tidemark.outlet.Stage;
import dev.tidemark.outlet.record.Recorder;
import dev.tidemark.postgres.crypto.EncryptionKey;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.spi.options.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new key takes the old one's place, and receivers notice nothing. */
class KeyRotationTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @TempDir Path folder;

  @Test
  void settingsAreWrappedAnewAndDeliveriesSignedAsBefore() throws IOException {
    Path key = folder.resolve("key");
    Files.writeString(key, EncryptionKey.random().reveal());
    try (Stage stage = new Stage("file:" + key);
        Receiver receiver = new Receiver()) {
      stage.webhook(settings(receiver));
      tell(stage, 1);
      String before = sealed(stage);
      change(key, EncryptionKey::rotated);
      assertThat(stage.administration.keys().rewrap("rotation"))
          .as("the outlet's settings and the organisation's own key")
          .isEqualTo(2);
      assertThat(sealed(stage)).isNotEqualTo(before);
      change(key, EncryptionKey::first);
      tell(stage, 2);
      assertThat(receiver.posted()).hasSize(2).allMatch(new StandardWebhooks(SECRET)::isGenuine);
      assertThat(stage.entry("hook").failure()).isNull();
      assertThat(stage.entry("hook").version()).as("nobody has to open it again").isEqualTo(1);
      assertThat(stage.texts("SELECT DISTINCT action AS text FROM connector_access_audit"))
          .contains("REWRAP");
    }
  }

  /** A change, by a runner that has just been started. */
  private static void tell(Stage stage, int revision) {
    try (Database database = stage.access.database()) {
      OutletRows rows = new OutletRows(database);
      stage.score(revision, 0.3 + revision / 100.0);
      stage.letPacePass();
      new Recorder(database).scores();
      try (OpenOutlets open = new OpenOutlets(rows, stage.access.keyring())) {
        new Deliverer(rows, open, () -> false).deliver(stage.entry("hook").id());
      }
    }
  }

  private static void change(Path key, UnaryOperator<Secret> how) throws IOException {
    Files.writeString(key, how.apply(Secret.of(Files.readString(key))).reveal());
  }

  private static String sealed(Stage stage) {
    return stage.texts("SELECT settings::text AS text FROM outlets").get(0);
  }

  private static Map<String, String> settings(Receiver receiver) {
    return Map.of(
        "address",
        receiver.address("/hooks"),
        "secret",
        SECRET,
        "tries",
        "3",
        "allow-private-addresses",
        "true");
  }
}
