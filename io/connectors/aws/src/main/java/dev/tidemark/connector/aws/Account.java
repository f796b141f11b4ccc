// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.authoring.PublicAddresses;
import dev.tidemark.model.Stratum;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Secret;
import dev.tidemark.spi.options.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/**
 * Which account is read, where, and who the connector is there.
 *
 * @param number twelve digits
 * @param regions at least one, in order, each once
 * @param role the role to assume; null where the credential is used as it is
 * @param accessKey null where the environment's own credential is used
 * @param endpoint one address for all services; null for the vendor's
 */
record Account(
    String number,
    List<String> regions,
    @Nullable String role,
    @Nullable String externalId,
    @Nullable String accessKey,
    @Nullable Secret secretKey,
    @Nullable Secret sessionToken,
    @Nullable URI endpoint,
    Reach reach,
    Duration timeout) {
  /** Where an address given by a user may lead. */
  enum Reach {
    PUBLIC,
    ANYWHERE
  }

  Account {
    Objects.requireNonNull(number, "number");
    regions = regions.stream().distinct().sorted().toList();
  }

  static Account of(Settings settings) {
    String role = settings.find(AwsOptions.ROLE).orElse(null);
    return new Account(
        settings.find(AwsOptions.ACCOUNT).orElseGet(() -> numberIn(role)),
        settings.require(AwsOptions.REGIONS),
        role,
        settings.find(AwsOptions.EXTERNAL_ID).orElse(null),
        settings.find(AwsOptions.ACCESS_KEY).orElse(null),
        settings.find(AwsOptions.SECRET_KEY).orElse(null),
        settings.find(AwsOptions.SESSION_TOKEN).orElse(null),
        settings.find(AwsOptions.ENDPOINT).orElse(null),
        settings.require(AwsOptions.PRIVATE_ENDPOINT) ? Reach.ANYWHERE : Reach.PUBLIC,
        settings.require(AwsOptions.TIMEOUT));
  }

  /** With at most this much patience. */
  Account within(Duration most) {
    Duration patience = timeout.compareTo(most) < 0 ? timeout : most;
    return new Account(
        number,
        regions,
        role,
        externalId,
        accessKey,
        secretKey,
        sessionToken,
        endpoint,
        reach,
        patience);
  }

  Stratum stratum() {
    return new Stratum("aws://" + number);
  }

  /** The region that is asked about what belongs to no region. */
  String home() {
    return regions.get(0);
  }

  /** {@code aws}, or the name of a part of the world that is a world of its own. */
  String partition() {
    return Region.of(home()).metadata() == null
        ? "aws"
        : Region.of(home()).metadata().partition().id();
  }

  /** Refuses regions nobody has heard of and addresses that lead inside. */
  void verify() {
    for (String region : regions) {
      if (!Region.regions().contains(Region.of(region))) {
        throw ConnectorException.of(
            Category.CONFIG,
            "there is no region " + region + ": correct the option regions (eu-central-1, ...)");
      }
    }
    if (endpoint != null && reach == Reach.PUBLIC) {
      PublicAddresses.require("endpoint", endpoint);
    }
  }

  private static String numberIn(@Nullable String role) {
    return Objects.requireNonNull(role, "role").split(":")[4];
  }
}
