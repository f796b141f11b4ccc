// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The files S3 Inventory has delivered of one bucket.
 *
 * @param bucket the one that was counted
 * @param manifest as {@code bucket/key}
 */
record InventoryShelf(Session session, BucketList bucket, String manifest) {
  /** What is done with an object while it arrives. */
  interface Reader<T> {
    T read(InputStream body) throws IOException;
  }

  /**
   * The manifest.
   *
   * @param from how many files to leave out
   */
  Manifest manifest(int from) {
    Manifest read =
        read(manifest.substring(place().length() + 1), body -> Manifest.read(body, from));
    read.verify(bucket.name());
    return read;
  }

  /** Reads an object beside the manifest; what breaks off is read again from its beginning. */
  <T> T read(String key, Reader<T> reader) {
    S3Client s3 = session.clients().s3(bucket.region());
    try (ResponseInputStream<GetObjectResponse> body =
        Inventories.ofFiles(
            () ->
                session.call(
                    Action.INVENTORY_FILES,
                    bucket.region(),
                    () -> s3.getObject(it -> it.bucket(place()).key(key))))) {
      return read(body, reader);
    } catch (IOException broken) {
      throw ConnectorException.of(
          Category.TRANSIENT, "reading an inventory of s3://" + bucket.name() + " broke off");
    }
  }

  /** What is left of an object nobody reads on is not fetched. */
  private static <T> T read(ResponseInputStream<GetObjectResponse> body, Reader<T> reader)
      throws IOException {
    try {
      return reader.read(body);
    } catch (IOException | RuntimeException failure) {
      body.abort();
      throw failure;
    }
  }

  private String place() {
    return manifest.substring(0, manifest.indexOf('/'));
  }
}
