// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;

/** As whom the server runs. PostgreSQL refuses to run as root. */
sealed interface Account {

  /** {@code command}, made to run as this account. */
  List<String> command(List<String> command);

  /** Gives this account what root made at {@code root} and below, where it needs to be given. */
  void own(Path root) throws IOException;

  /** What to call this account in a message. */
  String description();

  static boolean isRoot() {
    return new UnixSystem().getUid() == 0;
  }

  /** This process's own account. */
  record Myself() implements Account {
    @Override
    public List<String> command(List<String> command) {
      return command;
    }

    @Override
    public void own(Path root) {}

    @Override
    public String description() {
      return "the account " + System.getProperty("user.name");
    }
  }

  /** Root, stripped of its powers in a user namespace of its own: the files stay root's. */
  record Unshared() implements Account {
    @Override
    public List<String> command(List<String> command) {
      return Stream.concat(Stream.of("unshare", "-U"), command.stream()).toList();
    }

    @Override
    public void own(Path root) {}

    @Override
    public String description() {
      return "root in a user namespace";
    }
  }

  /**
   * Another account that root steps down to.
   *
   * @param prefix the program and options that step down
   */
  record Other(UserPrincipal principal, List<String> prefix) implements Account {
    @Override
    public List<String> command(List<String> command) {
      return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    @Override
    public void own(Path root) throws IOException {
      for (Path path : Tree.deepestFirst(root)) {
        if (Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(0)) {
          Files.setAttribute(path, "posix:owner", principal, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }

    @Override
    public String description() {
      return "the account " + principal.getName();
    }
  }
}
