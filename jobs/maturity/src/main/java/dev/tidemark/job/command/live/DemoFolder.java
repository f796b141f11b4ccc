// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.CommandFailure;
import dev.tidemark.job.command.DataFolder;
import dev.tidemark.job.command.Output;
import dev.tidemark.testkit.organisation.Organisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a demo: it remembers the company, so that the next start goes on with it.
 *
 * @param root as named by the user
 */
record DemoFolder(Path root) {
  /** The seed of the company unless told otherwise. */
  static final long SEED = 7;

  private static final int SIZE = 1;
  private static final String SIZE_KEY = "size";
  private static final String SEED_KEY = "seed";
  private static final String PRESENT_KEY = "present";

  /**
   * The company of this folder; where there is none yet, one of that size and seed whose present
   * begins now.
   *
   * @throws IllegalArgumentException where no company is of that size
   */
  Organisation organisation(@Nullable Integer size, @Nullable Long seed, Instant now) {
    if (Files.exists(file())) {
      return remembered(size, seed);
    }
    if (new DataFolder(root).holdsServer()) {
      throw new CommandFailure(
          "The folder " + root + " holds data of 'tidemark up'. Name another with --data-dir.");
    }
    Organisation fresh =
        Organisation.of(size == null ? SIZE : size, seed == null ? SEED : seed, now);
    write(fresh);
    return fresh;
  }

  private Organisation remembered(@Nullable Integer size, @Nullable Long seed) {
    JsonNode known = read();
    int knownSize = known.path(SIZE_KEY).asInt();
    long knownSeed = known.path(SEED_KEY).asLong();
    if ((size != null && size != knownSize) || (seed != null && seed != knownSeed)) {
      throw new CommandFailure(
          "The folder %s holds the demo of a company of size %d and seed %d. Leave --size and --seed out, name another folder with --data-dir, or remove this one."
              .formatted(root, knownSize, knownSeed));
    }
    return Organisation.of(knownSize, knownSeed, Instant.parse(known.path(PRESENT_KEY).asText()));
  }

  private JsonNode read() {
    try {
      return Output.JSON.readTree(file().toFile());
    } catch (IOException unreadable) {
      throw new CommandFailure(
          "The file " + file() + " cannot be read. Remove the folder to begin anew.", unreadable);
    }
  }

  private void write(Organisation organisation) {
    ObjectNode known = Output.JSON.createObjectNode();
    known.put(SIZE_KEY, organisation.size()).put(SEED_KEY, organisation.seed());
    known.put(PRESENT_KEY, organisation.story().present().toString());
    new DataFolder(root).created();
    try {
      Output.JSON.writeValue(file().toFile(), known);
    } catch (IOException unwritable) {
      throw new CommandFailure("The file " + file() + " cannot be written.", unwritable);
    }
  }

  private Path file() {
    return root.resolve("demo.json");
  }
}
