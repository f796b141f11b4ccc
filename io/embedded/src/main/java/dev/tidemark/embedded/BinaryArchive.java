// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** One packed set of PostgreSQL binaries: a .txz inside a jar. */
record BinaryArchive(URI location) {

  static BinaryArchive inJar(Path jar, Platform platform) {
    return new BinaryArchive(URI.create("jar:" + jar.toUri() + "!/" + platform.archiveName()));
  }

  /** The version its jar's name tells, if it tells one; a shaded jar's does not. */
  Optional<PostgresVersion> namedVersion() {
    String text = location.toString();
    String jar = text.substring(0, Math.max(0, text.lastIndexOf('!')));
    return PostgresVersion.lastIn(jar.substring(jar.lastIndexOf('/') + 1));
  }

  InputStream open() throws IOException {
    URLConnection connection = url().openConnection();
    connection.setUseCaches(false); // a cached jar would stay open for the life of the JVM
    return connection.getInputStream();
  }

  private URL url() throws MalformedURLException {
    return location.toURL();
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
    return HexFormat.of().formatHex(digest.digest()).substring(0, 20);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
