// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A bucket: what was never configured is absent, and the service answers 404 for it. It never
 * changes; what configures it returns a copy.
 */
public final class FakeBucket {
  private final String name;
  private final String region;
  private final Instant created;
  private String encryption = "AES256";
  private @Nullable Map<String, Boolean> accessBlock;
  private @Nullable Boolean policyPublic;
  private boolean aclPublic;
  private @Nullable String versioning;
  private @Nullable Map<String, String> tags;
  private @Nullable Integer expiresAfterDays;
  private FakeObjects objects = FakeObjects.of(new TreeMap<>());
  private List<FakeInventory> inventories = List.of();

  private FakeBucket(String name, String region, Instant created) {
    this.name = name;
    this.region = region;
    this.created = created;
  }

  /** A bucket as it is made: encrypted, and nothing else configured. */
  public static FakeBucket of(String name, String region, Instant created) {
    return new FakeBucket(name, region, created);
  }

  private FakeBucket with(Consumer<FakeBucket> change) {
    FakeBucket copy = new FakeBucket(name, region, created);
    copy.encryption = encryption;
    copy.accessBlock = accessBlock;
    copy.policyPublic = policyPublic;
    copy.aclPublic = aclPublic;
    copy.versioning = versioning;
    copy.tags = tags;
    copy.expiresAfterDays = expiresAfterDays;
    copy.objects = objects;
    copy.inventories = inventories;
    change.accept(copy);
    return copy;
  }

  /** The algorithm it is encrypted by; the empty text for none. */
  public FakeBucket encryptedBy(String algorithm) {
    return with(it -> it.encryption = algorithm);
  }

  /** With all four switches against public access on, under the names the service gives them. */
  public FakeBucket closed() {
    Map<String, Boolean> all =
        Map.of(
            "BlockPublicAcls", true,
            "IgnorePublicAcls", true,
            "BlockPublicPolicy", true,
            "RestrictPublicBuckets", true);
    return with(it -> it.accessBlock = all);
  }

  /** With a policy that lets everybody in, or nobody. */
  public FakeBucket withPolicy(Access access) {
    return with(it -> it.policyPublic = access == Access.EVERYBODY);
  }

  /** With an access list that lets everybody in, or nobody. */
  public FakeBucket withAccessList(Access access) {
    return with(it -> it.aclPublic = access == Access.EVERYBODY);
  }

  /** Enabled or Suspended. */
  public FakeBucket versioned(String status) {
    return with(it -> it.versioning = status);
  }

  public FakeBucket tagged(Map<String, String> some) {
    return with(it -> it.tags = Map.copyOf(some));
  }

  /** With a rule by which every object goes. */
  public FakeBucket expiring(int days) {
    return with(it -> it.expiresAfterDays = days);
  }

  public FakeBucket holding(FakeObjects some) {
    return with(it -> it.objects = some);
  }

  /** With inventories it is told to deliver, in the order of their names. */
  public FakeBucket inventoried(FakeInventory... some) {
    return with(it -> it.inventories = List.of(some));
  }

  /** Whom something lets in. */
  public enum Access {
    EVERYBODY,
    NOBODY
  }

  public String name() {
    return name;
  }

  public String region() {
    return region;
  }

  public Instant created() {
    return created;
  }

  public String encryption() {
    return encryption;
  }

  public @Nullable Map<String, Boolean> accessBlock() {
    return accessBlock;
  }

  public @Nullable Boolean policyPublic() {
    return policyPublic;
  }

  public boolean aclPublic() {
    return aclPublic;
  }

  public @Nullable String versioning() {
    return versioning;
  }

  public @Nullable Map<String, String> tags() {
    return tags;
  }

  public @Nullable Integer expiresAfterDays() {
    return expiresAfterDays;
  }

  public FakeObjects objects() {
    return objects;
  }

  public List<FakeInventory> inventories() {
    return inventories;
  }

  Optional<String> algorithm() {
    return Optional.of(encryption).filter(text -> !text.isEmpty());
  }
}
