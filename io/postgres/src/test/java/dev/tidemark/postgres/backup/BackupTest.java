// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.postgres.DatabaseAccess;
import dev.tidemark.postgres.TestDatabase;
import dev.tidemark.postgres.admin.Administration;
import dev.tidemark.postgres.admin.NewConnector;
import dev.tidemark.postgres.database.Database;
import dev.tidemark.postgres.database.SchemaVersion;
import dev.tidemark.postgres.database.UnmigratedDatabase;
import dev.tidemark.spi.options.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  @TempDir private Path folder;
  private final DatabaseAccess access = TestDatabase.fresh();
  private Path file = Path.of("");

  @BeforeEach
  void fill() {
    file = folder.resolve("it.backup");
    add(access, "Acme");
    submit(access);
    submit(access);
  }

  @Test
  void everyRowComesBackInAnEmptyDatabase() {
    BackupContents taken = take();
    DatabaseAccess other = TestDatabase.empty();
    restore(file, other);
    assertThat(rows(other)).isEqualTo(rows(access)).containsKeys("organisation", "pipeline_job");
    assertThat(taken.rows()).isGreaterThan(3);
    assertThat(submit(other)).as("numbers go on").isEqualTo(3);
    assertThat(add(other, "New")).as("triggers work again").isGreaterThan(version(access));
  }

  @Test
  void whatIsReplacedGivesNoNumberTwice() {
    take();
    submit(access);
    add(access, "Later");
    restore(file, access);
    assertThat(rows(access).get("organisation")).contains("Acme").doesNotContain("Later");
    assertThat(submit(access)).isEqualTo(4);
  }

  @Test
  void rowsOfAnOlderBuildAreBroughtToThisOne() {
    DatabaseAccess old = TestDatabase.empty();
    old.migrations().applyUpTo(19);
    BackupContents taken =
        new UnmigratedDatabase(old.location())
            .transaction(
                it -> {
                  it.change("INSERT INTO pipeline_job (id, host) VALUES (gen_random_uuid(), 'a')");
                  return Backup.write(it, file, table -> {});
                });
    assertThat(taken.migration()).isEqualTo(19);
    assertThatThrownBy(() -> restore(file, access))
        .hasMessageContaining("restore it into a database without tables");
    DatabaseAccess other = TestDatabase.empty();
    restore(file, other);
    assertThat(other.migrations().found()).isEqualTo(SchemaVersion.EXPECTED);
    assertThat(submit(other)).isEqualTo(2);
  }

  @Test
  void whatIsDamagedIsRefusedBeforeAnythingChanges() throws IOException {
    take();
    Map<String, String> before = rows(access);
    byte[] whole = Files.readAllBytes(file);
    byte[] changed = whole.clone();
    changed[rowsOf("organisation", whole) + 20] ^= 0x10;
    Files.write(file, changed);
    assertRefused("no whole backup of Tidemark");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertRefused("no whole backup of Tidemark");
    Files.writeString(file, "not a backup");
    assertRefused("no whole backup of Tidemark");
    Files.delete(file);
    assertRefused("cannot be read");
    assertThat(rows(access)).isEqualTo(before);
  }

  @Test
  void newerTablesAreRefused() {
    take();
    rewrite(it -> it.replaceFirst("\"migration\":\\d+", "\"migration\":999"));
    assertRefused("newer Tidemark");
  }

  @Test
  void whatWasThereIsPutBackWhenRowsAreMissing() {
    take();
    add(access, "Later");
    Map<String, String> before = rows(access);
    rewrite(it -> it.replaceFirst("(\"name\":\"organisation\".*?\"rows\":)1", "$17"));
    assertThatThrownBy(() -> restore(file, access)).hasMessageContaining("says it holds 7");
    assertThat(rows(access)).isEqualTo(before);
  }

  @Test
  void viewsOfOthersStay() {
    take();
    change(access, "CREATE VIEW public.mine AS SELECT name FROM tidemark.organisation");
    add(access, "Later");
    restore(file, access);
    change(access, "SELECT 1 / count(*) FROM public.mine WHERE name = 'Acme'");
  }

  private static void change(DatabaseAccess access, String sql) {
    new UnmigratedDatabase(access.location()).transaction(it -> it.change(sql));
  }

  @Test
  void aDatabaseInUseIsLeftAlone() {
    take();
    try (Database user = access.database()) {
      user.transaction(it -> it.change("SELECT 1"));
      assertThatThrownBy(() -> restore(file, access))
          .hasMessageContaining("end the job and the console first");
    }
  }

  /** Where the rows of a table begin in a file: after its name. */
  private static int rowsOf(String table, byte[] file) {
    String name = "tables/" + table + ".copy";
    return new String(file, StandardCharsets.ISO_8859_1).indexOf(name) + name.length();
  }

  private BackupContents take() {
    try (Database database = access.database()) {
      return Backup.of(database).take(file, table -> {});
    }
  }

  private static void restore(Path file, DatabaseAccess into) {
    try (BackupFile backup = BackupFile.open(file)) {
      Restoration.into(into).run(backup, table -> {});
    }
  }

  private void assertRefused(String reason) {
    assertThatThrownBy(() -> restore(file, access))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason)
        .hasMessageContaining(file.toString());
  }

  /** Adds an organisation with a connector; answers where the registry's clock is then. */
  private static long add(DatabaseAccess access, String name) {
    try (Administration people = Administration.of(access)) {
      OrganisationId organisation = people.organisations().findOrCreate(name);
      people
          .connectors()
          .add(
              new NewConnector(
                  organisation, "test", "db\tone\n", Secret.of("{}"), Set.of(), Map.of()),
              "test");
    }
    return version(access);
  }

  private static long version(DatabaseAccess access) {
    try (Database database = access.database()) {
      return database.transaction(
          it -> it.one("SELECT version FROM registry_clock", row -> row.bigint("version")));
    }
  }

  private static long submit(DatabaseAccess access) {
    try (Administration people = Administration.of(access)) {
      return people.jobs().start("here").epoch();
    }
  }

  /** All rows of all tables that are kept. */
  private static Map<String, String> rows(DatabaseAccess access) {
    try (Database database = access.database()) {
      return database.snapshot(
          session -> {
            Map<String, String> rows = new TreeMap<>();
            for (BackedUpTable table : Catalog.tables(session)) {
              ByteArrayOutputStream text = new ByteArrayOutputStream();
              session.copyOut(table.copyTo(), text);
              rows.put(table.name(), text.toString(StandardCharsets.UTF_8));
            }
            return rows;
          });
    }
  }

  /** Changes what the backup says of itself. */
  private void rewrite(UnaryOperator<String> change) {
    Path changed = folder.resolve("changed");
    try (ZipFile from = new ZipFile(file.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(changed))) {
      Enumeration<? extends ZipEntry> entries = from.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        byte[] bytes = from.getInputStream(entry).readAllBytes();
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(
            entry.getName().equals(BackupFile.CONTENTS)
                ? change
                    .apply(new String(bytes, StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8)
                : bytes);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    file = changed;
  }
}
