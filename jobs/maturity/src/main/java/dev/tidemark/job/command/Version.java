// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version the jar says it is. */
public final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"tidemark " + Optional.ofNullable(version).orElse("(unpackaged)")};
  }
}
