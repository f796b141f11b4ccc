// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.live;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Objects;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;

/** The flight recorder of this process. */
final class Recorder {
  private @Nullable Recording recording;

  String begin() throws IOException, ParseException {
    recording = new Recording(Configuration.getConfiguration("profile"));
    recording.start();
    return "recording";
  }

  String end(String file) throws IOException {
    try (Recording ended = Objects.requireNonNull(recording, "nothing is being recorded")) {
      ended.dump(Path.of(file));
      return file;
    } finally {
      recording = null;
    }
  }
}
