// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;

/** The file that makes a folder ours and remembers the port it was last served on. */
record Marker(DataDirectory directory) {

  private static final String FORMAT = "format";
  private static final String CURRENT = "1";
  private static final String PORT = "port";

  /** Marks a folder that is not marked yet; refuses one marked by a future or unknown hand. */
  void require() {
    if (!Files.exists(directory.marker())) {
      write("");
    }
    String format = read().getProperty(FORMAT, "");
    if (!format.equals(CURRENT)) {
      throw new EmbeddedServerException(
          ("The file %s is of format '%s'; this Tidemark knows format %s. Use the Tidemark version"
                  + " that made it, or restore the file from a backup.")
              .formatted(directory.marker(), format, CURRENT));
    }
  }

  /** The port of the last start, if there ever was one. */
  Optional<Integer> port() {
    try {
      return Optional.ofNullable(read().getProperty(PORT)).map(Integer::valueOf);
    } catch (NumberFormatException garbage) {
      return Optional.empty(); // only a preference
    }
  }

  void remember(int port) {
    if (port().filter(known -> known == port).isEmpty()) {
      write(PORT + "=" + port + "\n");
    }
  }

  private Properties read() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(directory.marker())) {
      properties.load(reader);
      return properties;
    } catch (IllegalArgumentException garbage) {
      return properties;
    } catch (IOException failure) {
      throw Trouble.with(directory.root(), failure);
    }
  }

  private void write(String line) {
    String head = "# A data directory of Tidemark's own PostgreSQL server.\n";
    WholeFile.write(directory, directory.marker(), head + FORMAT + "=" + CURRENT + "\n" + line);
  }
}
