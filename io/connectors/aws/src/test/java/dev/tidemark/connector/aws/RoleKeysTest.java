// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.FakeBucket;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a key that a service refuses before its time. */
class RoleKeysTest {
  private final FakeAws fake = FakeAws.empty();
  private final Map<String, Object> settings = Things.settings(fake);

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void aRolesKeyIsReplacedOnceAndReadingGoesOn() {
    fake.put(FakeBucket.of("lake", Things.HERE, Instant.EPOCH));
    settings.put("role-arn", FakeAws.ROLE);
    settings.put("external-id", FakeAws.EXTERNAL_ID);
    try (Connector connector = Things.connector(settings)) {
      Reading.of(connector, "s3_buckets");
      fake.expireKeys();
      assertThat(Reading.of(connector, "s3_buckets").records()).hasSize(1);
      assertThat(roles()).isEqualTo(2);
    }
  }

  @Test
  void aRoleThatMayNoLongerBeAssumedIsAMatterOfAccess() {
    settings.put("role-arn", FakeAws.ROLE);
    settings.put("external-id", FakeAws.EXTERNAL_ID);
    try (Connector connector = Things.connector(settings)) {
      Reading.of(connector, "s3_buckets");
      fake.expireKeys();
      fake.deny("sts:AssumeRole", "*");
      assertThatThrownBy(() -> Reading.of(connector, "s3_buckets"))
          .isInstanceOfSatisfying(
              ConnectorException.class, it -> assertThat(it.category()).isEqualTo(Category.AUTH))
          .hasMessageContaining("cannot be assumed");
    }
  }

  private long roles() {
    return fake.calls().stream().filter(it -> it.startsWith("sts:AssumeRole")).count();
  }
}
