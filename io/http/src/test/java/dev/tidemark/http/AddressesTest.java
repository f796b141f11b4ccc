// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tidemark.http.PlayedServer.Reply;
import dev.tidemark.spi.Category;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  private final List<String> looked = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.0.9",
        "169.254.169.254",
        "169.254.170.2",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.9.9",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::",
        "100::1",
        "3fff::1"
      })
  void specialAddressesAreNotPublic(String address) throws UnknownHostException {
    assertThat(Addresses.isPublic(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "100.63.0.1",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "192.1.2.3",
        "198.17.0.1",
        "203.0.114.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450::1",
        "2001:4860:4860::8888",
        "64:ff9b::101:101",
        "2002:101:101::"
      })
  void othersAre(String address) throws UnknownHostException {
    assertThat(Addresses.isPublic(InetAddress.getByName(address))).isTrue();
  }

  @Test
  void nameOfAPublicHostPasses() {
    assertThatCode(() -> guard("1.1.1.1").check(URI.create("https://host.example/x")))
        .doesNotThrowAnyException();
    assertThat(looked).containsExactly("host.example");
  }

  @Test
  void oneBadAddressAmongGoodOnesIsEnough() {
    var failure =
        Errors.of(
            () -> guard("1.1.1.1", "169.254.169.254").check(URI.create("https://host.example/x")));
    assertThat(failure.category()).isEqualTo(Category.CONFIG);
    assertThat(failure).hasMessageContaining("allow-private-addresses");
  }

  @Test
  void nameIsLookedUpEveryTime() {
    AddressGuard guard = guard("1.1.1.1");
    guard.check(URI.create("https://host.example/x"));
    guard.check(URI.create("https://host.example/x"));
    assertThat(looked).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://host.example/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://127.1/x",
        "https://[::ffff:127.0.0.1]/x",
        "https://2130706433/x",
        "https://localhost/x",
        "ftp://host.example/x",
        "file:///etc/passwd"
      })
  void otherAddressesAreRefused(String address) {
    AddressGuard guard =
        new AddressGuard(
            AddressPolicy.PUBLIC,
            host -> {
              try {
                return CompletableFuture.completedFuture(
                    host.equals("host.example")
                        ? new InetAddress[] {InetAddress.getByName("1.1.1.1")}
                        : InetAddress.getAllByName(host));
              } catch (UnknownHostException unknown) {
                return CompletableFuture.failedFuture(unknown);
              }
            });
    assertThat(Errors.of(() -> guard.check(URI.create(address))).category())
        .isEqualTo(Category.CONFIG);
  }

  @Test
  void privateServerIsOutOfReachUnlessAllowed() {
    try (PlayedServer server = PlayedServer.start()) {
      server.on("/x", Reply.json("{}"));
      URI base = URI.create(server.uri().toString().replace("http:", "https:"));
      try (HttpService service = Endpoint.at(base).open()) {
        assertThat(Errors.of(() -> service.converse().send(Call.get("/x"))))
            .hasMessageContaining("leads to a private or special address");
      }
      try (HttpService service = server.endpoint().open()) {
        service.converse().send(Call.get("/x"));
      }
      assertThat(server.asked()).hasSize(1);
    }
  }

  @Test
  void anonymousCallsAndTokenEndpointsAreGuardedAsWell() {
    URI base = URI.create("https://1.1.1.1/");
    TokenEndpoint inside = TokenEndpoint.at(URI.create("https://169.254.169.254/token"));
    Grant grant = ClientCredentials.scoped(inside, "s");
    Authentication how = Authentication.token(TokenSource.of(grant));
    try (HttpService service = Endpoint.at(base).authenticatedBy(how).open()) {
      assertThat(Errors.of(() -> service.converse().send(Call.get("/x"))))
          .hasMessageContaining("https://169.254.169.254/token leads to a private");
      assertThat(
              Errors.of(
                  () -> service.converse().send(Call.get("https://10.0.0.1/x").anonymously())))
          .hasMessageContaining("https://10.0.0.1/x leads to a private");
    }
  }

  private AddressGuard guard(String... addresses) {
    return new AddressGuard(AddressPolicy.PUBLIC, host -> answer(host, addresses));
  }

  private Future<InetAddress[]> answer(String host, String... addresses) {
    looked.add(host);
    InetAddress[] all = new InetAddress[addresses.length];
    try {
      for (int index = 0; index < addresses.length; index++) {
        all[index] = InetAddress.getByName(addresses[index]);
      }
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
    return CompletableFuture.completedFuture(all);
  }
}
