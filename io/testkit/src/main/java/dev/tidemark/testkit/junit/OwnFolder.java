// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Temporary folders in the module's own {@code target}, for tests that write a key all fakes share:
 * another module's contract about secrets, played meanwhile, watches the folder of temporary files.
 */
public final class OwnFolder implements TempDirFactory {
  /** For JUnit. */
  public OwnFolder() {}

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
      throws IOException {
    return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "junit-");
  }
}
