// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;

/** A program with which root runs another as an ordinary account. */
enum WayDown {
  /** From util-linux; needs no entry in the list of users. */
  SETPRIV {
    @Override
    List<String> prefix(String name) {
      String uid = printed(List.of("id", "-u", name)).orElse(name);
      String gid = printed(List.of("id", "-g", name)).orElse(uid);
      return List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--");
    }
  },
  /** From util-linux. */
  RUNUSER {
    @Override
    List<String> prefix(String name) {
      return List.of("runuser", "-u", name, "--");
    }
  },
  /** On every system; the shell only passes the command on, word by word. */
  SU {
    @Override
    List<String> prefix(String name) {
      return List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", name);
    }
  };

  private static final Path ANYWHERE = Path.of("/");

  /** What to put before a command so that it runs as {@code name}. */
  abstract List<String> prefix(String name);

  Account to(UserPrincipal principal) {
    return new Account.Other(principal, prefix(principal.getName()));
  }

  /** Whether {@code account} can run programs here and is not root in disguise. */
  static boolean leadsTo(Account account) {
    return printed(account.command(List.of("id", "-u"))).filter(it -> !it.equals("0")).isPresent();
  }

  /** Whether {@code account} may pass through {@code folder}. */
  static boolean enters(Account account, Path folder) {
    return printed(account.command(List.of("test", "-x", folder.toString()))).isPresent();
  }

  private static Optional<String> printed(List<String> command) {
    try {
      ToolRun run = ToolRun.of(command, ANYWHERE);
      return run.succeeded() ? Optional.of(run.output().strip()) : Optional.empty();
    } catch (IOException notInstalled) {
      return Optional.empty();
    }
  }
}
