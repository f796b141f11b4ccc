// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How a server is to be started. Immutable: every {@code with} method returns a changed copy.
 *
 * <p>{@link EmbeddedServer#at} makes one with the defaults: the newest binaries found that fit the
 * directory, the port of last time or else a free one, no committed transaction ever lost.
 */
public final class ServerPlan {

  private static final int ANY = 0;

  private final Path dataDirectory;
  private int major = ANY;
  private int port = ANY;
  private BinarySource binaries = BinarySource.standard();
  private BinaryCache cache = BinaryCache.standard();
  private AccountChoice accounts = AccountChoice.standard();
  private Durability durability = Durability.FULL;
  private Duration patience = Duration.ofMinutes(2);
  private Map<String, String> settings = Map.of();

  ServerPlan(Path dataDirectory) {
    this.dataDirectory = dataDirectory;
  }

  private ServerPlan(ServerPlan plan) {
    dataDirectory = plan.dataDirectory;
    major = plan.major;
    port = plan.port;
    binaries = plan.binaries;
    cache = plan.cache;
    accounts = plan.accounts;
    durability = plan.durability;
    patience = plan.patience;
    settings = plan.settings;
  }

  /** With PostgreSQL of this major version, such as 16, whatever else is found. */
  public ServerPlan withMajor(int newMajor) {
    ServerPlan copy = new ServerPlan(this);
    copy.major = newMajor;
    return copy;
  }

  /** Listening on this port or not at all. */
  public ServerPlan withPort(int newPort) {
    if (newPort < 1 || newPort > 65_535) {
      throw new IllegalArgumentException("a port is 1 to 65535, not " + newPort);
    }
    ServerPlan copy = new ServerPlan(this);
    copy.port = newPort;
    return copy;
  }

  /**
   * With binaries from here instead of the class path: a jar, a .txz, or a folder of them, in which
   * bare archives lie in a subfolder named for their major version.
   */
  public ServerPlan withBinaries(Path jarOrFolder) {
    ServerPlan copy = new ServerPlan(this);
    copy.binaries = new BinarySource.Folder(jarOrFolder);
    return copy;
  }

  /** With binaries unpacked below this folder instead of the user's cache. */
  public ServerPlan withBinaryCache(Path folder) {
    ServerPlan copy = new ServerPlan(this);
    copy.cache = new BinaryCache(folder.toAbsolutePath());
    return copy;
  }

  /** With the server run as one of these, should this process be root. */
  ServerPlan withAccounts(AccountChoice newAccounts) {
    ServerPlan copy = new ServerPlan(this);
    copy.accounts = newAccounts;
    return copy;
  }

  /**
   * Without waiting for the disk: faster, but a crash of the machine may damage the data beyond
   * repair. A crash of this process or of the server's does not. For tests.
   */
  public ServerPlan withoutDurability() {
    ServerPlan copy = new ServerPlan(this);
    copy.durability = Durability.PROCESS;
    return copy;
  }

  /** Waiting this long, in whole seconds, for a start, with its crash recovery, or a stop. */
  public ServerPlan withPatience(Duration newPatience) {
    if (newPatience.toSeconds() < 1) {
      throw new IllegalArgumentException("patience is a second or more, not " + newPatience);
    }
    ServerPlan copy = new ServerPlan(this);
    copy.patience = newPatience;
    return copy;
  }

  /** With one more server setting, taking precedence over this library's own. */
  public ServerPlan withSetting(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(name, value);
    ServerPlan copy = new ServerPlan(this);
    copy.settings = Map.copyOf(more);
    return copy;
  }

  /**
   * Starts the server, or joins the one that already runs on the data directory.
   *
   * <p>The first start makes the data directory and a cluster in it. A server whose starter died is
   * taken over; one whose starter lives is shared, and stopped by whoever closes last. Waits for
   * other processes that start or stop a server on the same directory.
   *
   * @throws EmbeddedServerException if it cannot be had, saying why and what to do
   */
  public EmbeddedServer start() {
    DataDirectory directory = DataDirectory.at(dataDirectory);
    return DirectoryLock.of(directory).exclusively(turn -> new Startup(this, directory).start());
  }

  OptionalInt major() {
    return major == ANY ? OptionalInt.empty() : OptionalInt.of(major);
  }

  OptionalInt port() {
    return port == ANY ? OptionalInt.empty() : OptionalInt.of(port);
  }

  BinarySource binaries() {
    return binaries;
  }

  BinaryCache cache() {
    return cache;
  }

  AccountChoice accounts() {
    return accounts;
  }

  Durability durability() {
    return durability;
  }

  Duration patience() {
    return patience;
  }

  Map<String, String> settings() {
    return settings;
  }
}
