// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.backup;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.tidemark.postgres.database.SchemaVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A backup to be read. For one thread. */
public final class BackupFile implements AutoCloseable {
  static final String CONTENTS = "backup.json";
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new InstantReader()))
          .build();

  private static final class InstantReader extends FromStringDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String text, DeserializationContext context) {
      return Instant.parse(text);
    }
  }

  private final Path path;
  private final ZipFile zip;
  private final BackupContents contents;

  private BackupFile(Path path, ZipFile zip, BackupContents contents) {
    this.path = path;
    this.zip = zip;
    this.contents = contents;
  }

  /**
   * Opens one and reads it to its end, so that what is damaged is known before anything changes.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  @SuppressWarnings("MustBeClosed")
  public static BackupFile open(Path path) {
    try {
      ZipFile zip = new ZipFile(path.toFile());
      try {
        BackupFile file = new BackupFile(path, zip, contents(path, zip));
        file.verify();
        return file;
      } catch (IOException | RuntimeException failure) {
        zip.close();
        throw failure;
      }
    } catch (ZipException damaged) {
      throw new IllegalArgumentException(damaged(path, damaged.getMessage()), damaged);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "The backup " + path + " cannot be read: check its path and that you may read it.",
          unreadable);
    }
  }

  private static String damaged(Path path, @Nullable String reason) {
    return path + " is no whole backup of Tidemark (" + reason + "): use another copy.";
  }

  private static BackupContents contents(Path path, ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(CONTENTS);
    if (entry == null) {
      throw new IllegalArgumentException(damaged(path, "it does not say what it holds"));
    }
    try (InputStream stream = zip.getInputStream(entry)) {
      BackupContents contents = JSON.readValue(stream, BackupContents.class);
      requireKnown(path, contents);
      return contents;
    }
  }

  private static void requireKnown(Path path, BackupContents contents) {
    if (contents.format() > BackupContents.FORMAT
        || contents.migration() > SchemaVersion.EXPECTED) {
      throw new IllegalArgumentException(
          path
              + " was made by a newer Tidemark (tables "
              + contents.migration()
              + ", this one knows "
              + SchemaVersion.EXPECTED
              + "): use the newer release.");
    }
  }

  private void verify() throws IOException {
    for (BackedUpTable table : contents.tables()) {
      ZipEntry entry = entry(table);
      try (CheckedInputStream stream =
          new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
        stream.transferTo(OutputStream.nullOutputStream());
        if (stream.getChecksum().getValue() != entry.getCrc()) {
          throw new ZipException("the rows of " + table.name() + " have changed");
        }
      }
    }
  }

  private ZipEntry entry(BackedUpTable table) throws ZipException {
    ZipEntry entry = zip.getEntry(table.entry());
    if (entry == null) {
      throw new ZipException("the rows of " + table.name() + " are missing");
    }
    return entry;
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** What it holds. */
  public BackupContents contents() {
    return contents;
  }

  /** The rows of a table as {@code COPY} wrote them; closed by the caller. */
  InputStream rows(BackedUpTable table) throws IOException {
    return zip.getInputStream(entry(table));
  }

  @Override
  public String toString() {
    return path.toString();
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
