// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.util.List;

/**
 * An inventory as it is configured. Immutable; each method returns a copy.
 *
 * @param destination the bucket its files are delivered to
 * @param prefix of what is delivered there; the empty text for none
 * @param format CSV, ORC or Parquet
 * @param frequency Daily or Weekly
 * @param filter the prefix of keys it lists; the empty text for all
 * @param versions All or Current
 * @param fields those besides bucket, key and, with all versions, the version's
 */
public record FakeInventory(
    String id,
    String destination,
    String prefix,
    State state,
    String format,
    String frequency,
    String filter,
    String versions,
    List<String> fields) {
  /** Whether it is delivered. */
  public enum State {
    ENABLED,
    DISABLED
  }

  public FakeInventory {
    fields = List.copyOf(fields);
  }

  /** A daily one of the whole bucket, as CSV, with sizes and dates. */
  public static FakeInventory daily(String id, String destination) {
    return new FakeInventory(
        id,
        destination,
        "inventories",
        State.ENABLED,
        "CSV",
        "Daily",
        "",
        "Current",
        List.of("Size", "LastModifiedDate", "StorageClass", "EncryptionStatus"));
  }

  public FakeInventory disabled() {
    return new FakeInventory(
        id, destination, prefix, State.DISABLED, format, frequency, filter, versions, fields);
  }

  public FakeInventory weekly() {
    return new FakeInventory(
        id, destination, prefix, state, format, "Weekly", filter, versions, fields);
  }

  /** In another format. */
  public FakeInventory as(String other) {
    return new FakeInventory(
        id, destination, prefix, state, other, frequency, filter, versions, fields);
  }

  /** Of keys that begin so. */
  public FakeInventory of(String keys) {
    return new FakeInventory(
        id, destination, prefix, state, format, frequency, keys, versions, fields);
  }

  /** Delivered under another prefix. */
  public FakeInventory under(String other) {
    return new FakeInventory(
        id, destination, other, state, format, frequency, filter, versions, fields);
  }

  /** Of every version of every object. */
  public FakeInventory ofAllVersions() {
    return new FakeInventory(
        id, destination, prefix, state, format, frequency, filter, "All", fields);
  }

  /** With other fields. */
  public FakeInventory with(String... others) {
    return new FakeInventory(
        id, destination, prefix, state, format, frequency, filter, versions, List.of(others));
  }

  /** The columns of its files, as manifests list them. */
  String schema() {
    String version = versions.equals("All") ? "VersionId, IsLatest, IsDeleteMarker, " : "";
    return "Bucket, Key, " + version + String.join(", ", fields);
  }

  /** Where it delivers what it has of a bucket. */
  String root(String source) {
    return (prefix.isEmpty() ? "" : prefix + "/") + source + "/" + id + "/";
  }
}
