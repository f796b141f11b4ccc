// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Who somebody is does not leave the connector; that it is the same one does. */
public final class Persons {
  private static final int BYTES = 16;

  private Persons() {}

  /**
   * A hash that stands for a person or service.
   *
   * @param scope the account, so that the same name elsewhere has another hash
   */
  public static String hash(String scope, String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((scope + '\n' + name).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
