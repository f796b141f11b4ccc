// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.Keys;
import dev.tidemark.spi.ConnectorException;
import org.jspecify.annotations.Nullable;

/**
 * A part of an account that is listed by itself, such as a region or a database.
 *
 * @param path where the keys of its records begin
 * @param region where it lies
 * @param name what it is called within the region; empty for a region as a whole
 * @param failure why it cannot be listed; null where it can
 */
record Part(String path, String region, String name, @Nullable ConnectorException failure) {
  static Part of(String region, String name) {
    return new Part(Keys.path(region, name), region, name, null);
  }

  static Part region(String region) {
    return new Part(Keys.path(region), region, "", null);
  }

  static Part failed(String region, ConnectorException failure) {
    return new Part(Keys.path(region), region, "", failure);
  }
}
