// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The file that makes a folder ours and remembers the port it was last served on. */
record Marker(DataDirectory directory) {

  private static final String FORMAT = "1";
  private static final String PORT = "port";

  void writeIfAbsent() {
    if (!Files.exists(directory.marker())) {
      write(new Properties());
    }
  }

  Optional<Integer> port() {
    try {
      return Optional.ofNullable(read().getProperty(PORT)).map(Integer::valueOf);
    } catch (NumberFormatException garbage) {
      return Optional.empty(); // the port is only a preference
    }
  }

  void remember(int port) {
    Properties properties = new Properties();
    properties.setProperty(PORT, Integer.toString(port));
    write(properties);
  }

  private Properties read() {
    Path file = directory.marker();
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException failure) {
      throw Trouble.with(directory.root(), failure);
    } catch (IllegalArgumentException garbage) {
      return new Properties();
    }
    return properties;
  }

  private void write(Properties properties) {
    StringBuilder text = new StringBuilder("# A data directory of Tidemark's own PostgreSQL.\n");
    text.append("format=").append(FORMAT).append('\n');
    properties.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    WholeFile.write(directory, directory.marker(), text.toString());
  }
}
