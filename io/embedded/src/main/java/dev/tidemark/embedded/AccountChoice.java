// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds an account to run the server as.
 *
 * <p>Anybody but root runs it himself. Root runs it as the directory's owner if that is somebody
 * else; and on a directory of its own without its powers, or else as one of {@code names}.
 *
 * @param unshared ways for root to stay root without its powers
 * @param waysDown programs to run it as somebody else, the best first
 * @param names accounts root may hand its directory to, the best first
 */
record AccountChoice(List<Account> unshared, List<WayDown> waysDown, List<String> names) {

  static AccountChoice standard() {
    return new AccountChoice(
        List.of(new Account.Unshared()), List.of(WayDown.values()), List.of("postgres", "nobody"));
  }

  Account choose(DataDirectory directory) throws IOException {
    return Account.isRoot() ? fromRoot(directory) : new Account.Myself();
  }

  private Account fromRoot(DataDirectory directory) throws IOException {
    Account account =
        candidates(directory)
            .filter(WayDown::leadsTo)
            .findFirst()
            .orElseThrow(() -> none(directory));
    requireEntry(account, directory);
    return account;
  }

  private Stream<Account> candidates(DataDirectory directory) throws IOException {
    Path owned = Files.exists(directory.cluster()) ? directory.cluster() : directory.root();
    return Files.getAttribute(owned, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(0)
        ? Stream.concat(unshared.stream(), names.stream().flatMap(this::named))
        : downTo(Files.getOwner(owned, LinkOption.NOFOLLOW_LINKS));
  }

  private Stream<Account> named(String name) {
    return principal(name).stream().flatMap(this::downTo);
  }

  private Stream<Account> downTo(UserPrincipal principal) {
    return waysDown.stream().map(way -> way.to(principal));
  }

  private static Optional<UserPrincipal> principal(String name) {
    try {
      return Optional.of(
          FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name));
    } catch (IOException unknown) {
      return Optional.empty();
    }
  }

  private static void requireEntry(Account account, DataDirectory directory) {
    Path parent = directory.root().getParent();
    if (parent != null && account instanceof Account.Other && !WayDown.enters(account, parent)) {
      throw new EmbeddedServerException(
          ("PostgreSQL must run as %s here, which may not enter %s, where the data directory %s is."
                  + " Name a data directory elsewhere, such as /var/lib/tidemark.")
              .formatted(account.description(), parent, directory.root()));
    }
  }

  private static EmbeddedServerException none(DataDirectory directory) {
    return new EmbeddedServerException(
        ("PostgreSQL does not run as root, and root can become nobody else here to run it on %s:"
                + " user namespaces are switched off (unshare -U), and setpriv, runuser and su do"
                + " not lead to the directory's owner, to postgres or to nobody. Run Tidemark as an"
                + " ordinary user.")
            .formatted(directory.root()));
  }
}
