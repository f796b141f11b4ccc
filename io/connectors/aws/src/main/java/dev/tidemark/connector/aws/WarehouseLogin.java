// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.options.Secret;
import dev.tidemark.spi.options.Settings;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How databases of Redshift are asked, and as whom.
 *
 * @param user whom to be there; null for whom the credential is
 * @param secret where Secrets Manager keeps what to log in with; null for the credential
 * @param password that user's; null for a temporary one
 */
record WarehouseLogin(
    Access access,
    @Nullable String user,
    @Nullable String secret,
    @Nullable Secret password,
    Encryption encryption) {
  /** The way to a database. */
  enum Access {
    DATA_API,
    SQL
  }

  /** What a connection of one's own demands of the server. */
  enum Encryption {
    VERIFY_FULL,
    VERIFY_CA,
    DISABLE;

    /** As the driver calls it. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static WarehouseLogin of(Settings settings) {
    WarehouseLogin login =
        new WarehouseLogin(
            settings.require(AwsOptions.REDSHIFT_ACCESS),
            settings.find(AwsOptions.REDSHIFT_USER).orElse(null),
            settings.find(AwsOptions.REDSHIFT_LOGIN).orElse(null),
            settings.find(AwsOptions.REDSHIFT_PASSWORD).orElse(null),
            settings.require(AwsOptions.REDSHIFT_ENCRYPTION));
    login.verify();
    return login;
  }

  private void verify() {
    if (access == Access.SQL && secret != null) {
      throw ConnectorException.of(
          Category.CONFIG,
          "redshift-login is for the Data API: with redshift-access sql give redshift-user and"
              + " redshift-password, or neither for a temporary password");
    }
    if (access == Access.DATA_API && password != null) {
      throw ConnectorException.of(
          Category.CONFIG,
          "redshift-password is for redshift-access sql: for the Data API give redshift-login");
    }
  }
}
