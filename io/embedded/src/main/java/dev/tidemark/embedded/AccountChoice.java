// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds an account that can run the server on a directory.
 *
 * @param isRoot whether this process runs as root
 * @param candidates accounts root may step down to, the best first
 */
record AccountChoice(boolean isRoot, List<String> candidates) {

  private static final Path ANYWHERE = Path.of("/");

  static AccountChoice standard() {
    return new AccountChoice(Account.isRoot(), List.of("postgres", "nobody"));
  }

  /** The account for {@code directory}: its owner's, if root finds it owned by somebody else. */
  Account choose(DataDirectory directory) {
    if (!isRoot) {
      return new Account.Myself();
    }
    try {
      UserPrincipal owner = ownerOf(directory);
      return uid(owner).equals("0")
          ? unshared().or(this::candidate).orElseThrow(() -> none(directory))
          : other(owner).orElseThrow(() -> none(directory));
    } catch (IOException failure) {
      throw Trouble.with(directory.root(), failure);
    }
  }

  private static UserPrincipal ownerOf(DataDirectory directory) throws IOException {
    Path cluster = directory.cluster();
    return Files.getOwner(Files.exists(cluster) ? cluster : directory.root());
  }

  private static Optional<Account> unshared() {
    Account unshared = new Account.Unshared();
    return id(unshared, "-u").filter(uid -> !uid.equals("0")).map(uid -> unshared);
  }

  private Optional<Account> candidate() {
    return candidates.stream()
        .flatMap(name -> principal(name).stream())
        .flatMap(principal -> other(principal).stream())
        .findFirst();
  }

  private static Optional<UserPrincipal> principal(String name) {
    try {
      return Optional.of(
          ANYWHERE.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<Account> other(UserPrincipal principal) {
    String uid = uid(principal);
    return waysDown(principal.getName(), uid)
        .<Account>map(prefix -> new Account.Other(principal, prefix))
        .filter(account -> id(account, "-u").filter(uid::equals).isPresent())
        .findFirst();
  }

  private static Stream<List<String>> waysDown(String name, String uid) {
    String gid = printed(List.of("id", "-g", name)).orElse(uid);
    return Stream.of(
        List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"),
        List.of("runuser", "-u", name, "--"),
        List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--", name));
  }

  private static String uid(UserPrincipal principal) {
    return printed(List.of("id", "-u", principal.getName())).orElse(principal.getName());
  }

  private static Optional<String> id(Account account, String option) {
    return printed(account.command(List.of("id", option)));
  }

  private static Optional<String> printed(List<String> command) {
    try {
      ToolRun run = ToolRun.of(command, ANYWHERE);
      return run.succeeded() ? Optional.of(run.output().strip()) : Optional.empty();
    } catch (IOException notInstalled) {
      return Optional.empty();
    }
  }

  private static EmbeddedServerException none(DataDirectory directory) {
    return new EmbeddedServerException(
        "PostgreSQL does not run as root, and no other way was found to run it on "
            + directory.root()
            + ": user namespaces are switched off (unshare -U) and neither setpriv, runuser nor su"
            + " leads to the directory's owner, postgres or nobody. Run Tidemark as an ordinary"
            + " user.");
  }
}
