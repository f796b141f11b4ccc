// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidemark.fake.aws.FakeAws;
import dev.tidemark.fake.aws.FakeBucket;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.CheckResult;
import dev.tidemark.spi.Connector;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckTest {
  private final FakeAws fake = FakeAws.empty();
  private Map<String, Object> settings = Map.of();

  @BeforeEach
  void fill() {
    fake.put(FakeBucket.of("lake", Things.HERE, Instant.EPOCH));
    settings = Things.settings(fake);
    settings.put("regions", List.of(Things.HERE));
  }

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void passesWithEveryPermission() {
    List<CheckResult> results = check();
    assertThat(results).allMatch(CheckResult::passed, "passed").hasSizeGreaterThan(15);
    assertThat(results).extracting(CheckResult::need).contains("clock", "account", "credential");
  }

  @Test
  void namesThePermissionThatIsMissingWithItsRegionAndRemedy() {
    fake.deny("glue:GetJobRuns", Things.HERE);
    CheckResult first = check().get(0);
    assertThat(first.failure()).isEqualTo(Category.PERMISSION);
    assertThat(first.need()).isEqualTo("permission: glue:GetJobRuns eu-central-1");
    assertThat(first.message())
        .contains("add glue:GetJobRuns to the policy")
        .contains(FakeAws.ACCOUNT);
    assertThat(check().stream().filter(it -> !it.passed())).hasSize(1);
  }

  @Test
  void tellsAWrongSecretFromAnUnknownKey() {
    settings.put("secret-access-key", "not-the-secret");
    assertThat(check().get(0).failure()).isEqualTo(Category.AUTH);
    assertThat(check().get(0).message()).contains("SignatureDoesNotMatch", "secret-access-key");
    settings.put("access-key-id", "AKIAUNKNOWNUNKNOWN00");
    assertThat(check().get(0).message()).contains("InvalidClientTokenId");
  }

  @Test
  void assumesTheRoleAndSaysWhyNot() {
    settings.put("role-arn", FakeAws.ROLE);
    settings.put("external-id", FakeAws.EXTERNAL_ID);
    assertThat(check()).allMatch(CheckResult::passed);
    settings.put("external-id", "another");
    assertThat(check().get(0).failure()).isEqualTo(Category.AUTH);
    assertThat(check().get(0).message()).contains(FakeAws.ROLE, "external-id");
  }

  @Test
  void refusesTheWrongAccountAndAnUnknownRegion() {
    settings.put("account", "999999999999");
    assertThat(check().get(0).need()).isEqualTo("account");
    assertThat(check().get(0).message()).contains(FakeAws.ACCOUNT, "999999999999");
    settings.put("account", FakeAws.ACCOUNT);
    settings.put("regions", List.of("eu-nowhere-7"));
    assertThat(check().get(0).failure()).isEqualTo(Category.CONFIG);
    assertThat(check().get(0).message()).contains("eu-nowhere-7");
  }

  @Test
  void refusesAPrivateAddressUnlessItIsAllowed() {
    settings.put("allow-private-addresses", false);
    settings.put("endpoint", "https://169.254.169.254");
    assertThat(check().get(0).failure()).isEqualTo(Category.CONFIG);
    assertThat(check().get(0).message()).contains("private address");
    assertThat(fake.calls()).isEmpty();
  }

  @Test
  void failsFastWhenAskedToSlowDown() {
    fake.throttle();
    assertThat(check())
        .singleElement()
        .extracting(CheckResult::failure)
        .isEqualTo(Category.RATE_LIMITED);
  }

  private List<CheckResult> check() {
    try (Connector connector = Things.connector(settings)) {
      return connector.check();
    }
  }
}
