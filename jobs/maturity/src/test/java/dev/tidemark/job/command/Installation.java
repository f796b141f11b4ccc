// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command;

import dev.tidemark.embedded.Database;
import dev.tidemark.embedded.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A database on the shared test server with a data folder for its key: what commands are run on.
 */
record Installation(Database database, Path folder) {
  static Installation fresh(Path folder) {
    return new Installation(TestServer.freshDatabase(), folder.resolve("data"));
  }

  /** Runs a command on it. */
  Ran run(Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--database-url", url(), "--data-dir", folder));
    return Ran.tidemark(all.toArray());
  }

  /** Its address, with the password. */
  String url() {
    return url(database.user(), database.password().reveal());
  }

  /** Its address with another login. */
  String url(String user, String password) {
    return database
        .jdbcUrl()
        .replace("jdbc:postgresql://", "postgresql://" + user + ":" + password + "@");
  }

  /** A connector file for the server it is on. */
  Path connectorFile(String name) throws IOException {
    return connectorFile("Acme Ltd", name);
  }

  /** The same of another organisation. */
  Path connectorFile(String organisation, String name) throws IOException {
    Path file = folder.resolveSibling(name + ".yaml");
    Files.writeString(
        file,
        "organisation: "
            + organisation
            + "\ntype: postgresql\nname: "
            + name
            + "\nsettings:\n  url: "
            + url()
            + "\nschedule: 2s\n");
    return file;
  }

  /** No output may hold it. */
  String secret() {
    return database.password().reveal();
  }
}
