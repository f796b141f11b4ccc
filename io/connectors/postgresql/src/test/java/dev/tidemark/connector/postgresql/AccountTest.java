// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.authoring.Names;
import dev.tidemark.model.Stratum;
import dev.tidemark.spi.Category;
import dev.tidemark.spi.Connector;
import dev.tidemark.spi.ConnectorException;
import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.options.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgresql://a:b@h:1/d | h | 1 | d | a | b",
        "postgres://a@Host.Example | host.example | 5432 | postgres | a | ",
        "postgresql://a:p%40s%3As+1@h/my%20db | h | 5432 | my db | a | p@s:s+1",
        "postgresql://a:b:c@[::1]:6000/d | ::1 | 6000 | d | a | b:c"
      })
  void readsAddresses(
      String url, String host, int port, String database, String user, String password) {
    assertThat(account(Map.of("url", url)))
        .isEqualTo(
            new Account(
                host,
                port,
                database,
                user,
                password == null ? null : Secret.of(password),
                SslMode.PREFER,
                null));
  }

  @Test
  void readsEncryptionFromAddressFirst() {
    Account account =
        account(
            Map.of(
                "url", "postgresql://a@h?sslmode=verify-full&sslrootcert=%2Fca.pem",
                "sslmode", "disable"));
    assertThat(account.sslMode()).isEqualTo(SslMode.VERIFY_FULL);
    assertThat(account.sslRootCertificate()).isEqualTo("/ca.pem");
  }

  @Test
  void readsParts() {
    Account account = account(Map.of("host", "[::1]", "user", "a", "sslmode", "require"));
    assertThat(account.stratum().urn()).isEqualTo("postgres://[::1]:5432");
    assertThat(account.database()).isEqualTo("postgres");
    assertThat(account.password()).isNull();
    assertThat(account.sslMode()).isEqualTo(SslMode.REQUIRE);
  }

  /** The port of a server that takes a free one is another at every start. */
  @Test
  void aNamedServerStaysTheSamePlatformWhereverItListens() {
    Stratum before = stratum(Map.of("url", "postgresql://a@h:1/d", "identity", "Shop-Database"));
    Stratum after = stratum(Map.of("url", "postgresql://a@h:2/d", "identity", "shop-database"));
    assertThat(before.urn()).isEqualTo("postgres://shop-database");
    assertThat(after).isEqualTo(before);
    assertThat(stratum(Map.of("url", "postgresql://a@h:1/d")).urn()).isEqualTo("postgres://h:1");
  }

  private static Stratum stratum(Map<String, Object> settings) {
    PostgresqlType type = new PostgresqlType();
    try (Connector connector = type.open(type.description().options().parse(settings))) {
      return connector.stratum();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://canary:ca nary@h/d",
        "postgresql://canary:ca#nary@h/d",
        "postgresql://h/d",
        "postgresql://:canary@h/d",
        "postgresql://canary@a,b/d",
        "postgresql://canary@h/d?options=canary",
        "postgresql://canary@h/d?sslmode=canary"
      })
  void refusesOtherAddressesWithoutShowingThem(String url) {
    assertThatThrownBy(() -> account(Map.of("url", url)))
        .isInstanceOf(ConnectorException.class)
        .hasMessageStartingWith("option url ")
        .hasMessageNotContaining("nary")
        .hasNoCause()
        .extracting(failure -> ((ConnectorException) failure).category())
        .isEqualTo(Category.CONFIG);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "host=h; host needs user as well",
        "user=a; one of url, host must be given",
        "url=postgresql://a@h,host=h,user=a; url, host exclude each other",
        "url=mysql://canary; url: must be an address postgresql://",
        "url=postgresql://a@h,port=1; port needs host as well",
        "host=h,user=a,page-size=0; page-size: must be a whole number from 1 to 10000",
        "host=h,user=a,statment-timeout=1s; did you mean statement-timeout?"
      })
  void namesWhatIsWrongWithOptions(String written, String message) {
    Map<String, Object> settings = new HashMap<>();
    List.of(written.split(",")).forEach(pair -> put(pair, settings));
    assertThatThrownBy(() -> PostgresqlOptions.ALL.parse(settings))
        .hasMessageContaining(message)
        .hasMessageNotContaining("canary");
  }

  @Test
  void printsNoSecret() {
    Account account = account(Map.of("url", "postgresql://a:canary@h/d"));
    assertThat(account.toString()).doesNotContain("canary");
  }

  @Test
  void picksDatabasesByName() {
    Names names = Names.matching(List.of("shop*", "a?c"), List.of("*_old"));
    assertThat(names.contains("shop")).isTrue();
    assertThat(names.contains("shop.new\n")).isTrue();
    assertThat(names.contains("abc")).isTrue();
    assertThat(names.contains("ac")).isFalse();
    assertThat(names.contains("shop_old")).isFalse();
    assertThat(names.contains("Shop")).isFalse();
  }

  @Test
  void isFoundByTheServiceLoader() {
    assertThat(ServiceLoader.load(ConnectorType.class))
        .extracting(type -> type.description().type())
        .contains("postgresql");
  }

  private static Account account(Map<String, ?> settings) {
    return AccountReader.read(PostgresqlOptions.ALL.parse(settings));
  }

  private static void put(String pair, Map<String, Object> settings) {
    int at = pair.indexOf('=');
    settings.put(pair.substring(0, at), pair.substring(at + 1));
  }
}
