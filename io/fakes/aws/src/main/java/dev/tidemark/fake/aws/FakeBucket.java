// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A bucket: what was never configured is absent, and the service answers 404 for it. Immutable;
 * each method returns a copy.
 *
 * @param accessBlock the four switches under the names the service gives them
 * @param tags null where none was ever set
 * @param inventories those it is told to deliver, in the order of their names
 */
public record FakeBucket(
    String name,
    String region,
    Instant created,
    String encryption,
    @Nullable Map<String, Boolean> accessBlock,
    @Nullable Boolean policyPublic,
    boolean aclPublic,
    @Nullable String versioning,
    @Nullable Map<String, String> tags,
    @Nullable Integer expiresAfterDays,
    FakeObjects objects,
    List<FakeInventory> inventories) {
  public FakeBucket {
    inventories = List.copyOf(inventories);
    Objects.requireNonNull(objects, "objects");
  }

  /** A bucket as it is made: encrypted, and nothing else configured. */
  public static FakeBucket of(String name, String region, Instant created) {
    return new FakeBucket(
        name,
        region,
        created,
        "AES256",
        null,
        null,
        false,
        null,
        null,
        null,
        FakeObjects.of(new TreeMap<>()),
        List.of());
  }

  /** The algorithm it is encrypted by; the empty text for none. */
  public FakeBucket encryptedBy(String algorithm) {
    return new FakeBucket(
        name,
        region,
        created,
        algorithm,
        accessBlock,
        policyPublic,
        aclPublic,
        versioning,
        tags,
        expiresAfterDays,
        objects,
        inventories);
  }

  /** With all four switches against public access on. */
  public FakeBucket closed() {
    Map<String, Boolean> all =
        Map.of(
            "BlockPublicAcls", true,
            "IgnorePublicAcls", true,
            "BlockPublicPolicy", true,
            "RestrictPublicBuckets", true);
    return new FakeBucket(
        name,
        region,
        created,
        encryption,
        all,
        policyPublic,
        aclPublic,
        versioning,
        tags,
        expiresAfterDays,
        objects,
        inventories);
  }

  /** With a policy that lets everybody in, or nobody. */
  public FakeBucket withPolicy(Access access) {
    return new FakeBucket(
        name,
        region,
        created,
        encryption,
        accessBlock,
        access == Access.EVERYBODY,
        aclPublic,
        versioning,
        tags,
        expiresAfterDays,
        objects,
        inventories);
  }

  /** With an access list that lets everybody in, or nobody. */
  public FakeBucket withAccessList(Access access) {
    return new FakeBucket(
        name,
        region,
        created,
        encryption,
        accessBlock,
        policyPublic,
        access == Access.EVERYBODY,
        versioning,
        tags,
        expiresAfterDays,
        objects,
        inventories);
  }

  /** Enabled or Suspended. */
  public FakeBucket versioned(String status) {
    return new FakeBucket(
        name,
        region,
        created,
        encryption,
        accessBlock,
        policyPublic,
        aclPublic,
        status,
        tags,
        expiresAfterDays,
        objects,
        inventories);
  }

  public FakeBucket tagged(Map<String, String> some) {
    return new FakeBucket(
        name,
        region,
        created,
        encryption,
        accessBlock,
        policyPublic,
        aclPublic,
        versioning,
        Map.copyOf(some),
        expiresAfterDays,
        objects,
        inventories);
  }

  /** With a rule by which every object goes. */
  public FakeBucket expiring(int days) {
    return new FakeBucket(
        name,
        region,
        created,
        encryption,
        accessBlock,
        policyPublic,
        aclPublic,
        versioning,
        tags,
        days,
        objects,
        inventories);
  }

  public FakeBucket holding(FakeObjects some) {
    return new FakeBucket(
        name,
        region,
        created,
        encryption,
        accessBlock,
        policyPublic,
        aclPublic,
        versioning,
        tags,
        expiresAfterDays,
        some,
        inventories);
  }

  /** With inventories configured. */
  public FakeBucket inventoried(FakeInventory... some) {
    return new FakeBucket(
        name,
        region,
        created,
        encryption,
        accessBlock,
        policyPublic,
        aclPublic,
        versioning,
        tags,
        expiresAfterDays,
        objects,
        List.of(some));
  }

  /** Whom something lets in. */
  public enum Access {
    EVERYBODY,
    NOBODY
  }

  Optional<String> algorithm() {
    return Optional.of(encryption).filter(text -> !text.isEmpty());
  }
}
