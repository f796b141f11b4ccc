// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.e2e.exactness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.embedded.Database;
import dev.tidemark.embedded.TestServer;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.crypto.EncryptionKey;
import dev.tidemark.spi.ledger.Ledger;
import dev.tidemark.window.histories.Fault;
import dev.tidemark.window.histories.RandomHistories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The classes that carry the protocol's rules, in random histories of crashes, zombies, retried
 * bundles, lost answers and restored backups, on a real PostgreSQL. A history is played again with
 * {@code -Dextra.jvm.args=-Dseed=N}.
 */
final class PostgresHistoriesTest {
  private static final int HISTORIES = Integer.getInteger("histories", 12);
  private static final int UNTIL_FOUND = 200;
  private static final long SEED = Long.getLong("seed", new Random().nextInt(1_000_000));

  private DatabaseAccess access;
  private Administration administration;
  private Ledger ledger;

  @BeforeEach
  void migrate(@TempDir Path folder) throws IOException {
    Database database = TestServer.freshDatabase();
    Path password = Files.writeString(folder.resolve("password"), database.password().reveal());
    Path key = Files.writeString(folder.resolve("key"), EncryptionKey.random().reveal());
    access =
        DatabaseAccess.at(database.jdbcUrl() + "?user=" + database.user())
            .withPassword("file:" + password)
            .withKey("file:" + key);
    access.migrations().apply();
    administration = Administration.of(access);
    ledger = access.open();
  }

  @AfterEach
  void close() {
    ledger.close();
    administration.close();
  }

  @Test
  void everyCommitIsRightWhateverFails() {
    System.out.println("histories from seed " + SEED);
    assertThat(play(SEED, HISTORIES, Fault.NONE))
        .as("first of %d histories from seed %d that went wrong", HISTORIES, SEED)
        .isEmpty();
  }

  @Test
  void aRuleLeftOutIsFoundHereToo() {
    assertThat(play(0, UNTIL_FOUND, Fault.RESTART)).isPresent();
  }

  private Optional<RandomHistories.Wrong> play(long seed, int histories, Fault fault) {
    return RandomHistories.firstWrong(
        () -> new PostgresHistory(access, administration, ledger), seed, histories, fault);
  }
}
