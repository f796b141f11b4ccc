// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Keeps calls away from addresses that are none of a user's business. It looks a name up right
 * before the connection is made, which finds the same answer in the JVM's own cache of names; TLS
 * makes sure that whoever answers bears the name.
 */
final class AddressGuard {
  private static final String REMEDY =
      "correct it, or have the operator set the option allow-private-addresses";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final AddressPolicy policy;
  private final Function<String, Future<InetAddress[]>> names;

  AddressGuard(AddressPolicy policy, Function<String, Future<InetAddress[]>> names) {
    this.policy = policy;
    this.names = names;
  }

  /** Lets pass, or explains why not. */
  void check(URI target) {
    Origin origin = Origin.of(target);
    if (!origin.scheme().equals("https") && !origin.scheme().equals("http")) {
      throw refused(target, "is no address of a web server");
    }
    if (policy == AddressPolicy.PRIVATE_TOO) {
      return;
    }
    if (!origin.isEncrypted()) {
      throw refused(target, "is not encrypted");
    }
    if (Addresses.isLiteral(origin.host()) || !isProxied(target)) {
      requirePublic(target, origin.host());
    }
  }

  /** Behind a proxy it is the proxy that looks names up and connects. */
  private static boolean isProxied(URI target) {
    ProxySelector selector = ProxySelector.getDefault();
    return selector != null
        && selector.select(target).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
  }

  private void requirePublic(URI target, String host) {
    if (!Arrays.stream(lookUp(target, host)).allMatch(Addresses::isPublic)) {
      throw refused(target, "leads to a private or special address");
    }
  }

  private InetAddress[] lookUp(URI target, String host) {
    Future<InetAddress[]> answer = names.apply(host);
    try {
      return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException interruption) {
      answer.cancel(true);
      throw Faults.interrupted("looking up " + host);
    } catch (TimeoutException slow) {
      answer.cancel(true);
      throw ConnectorException.of(
          Category.TRANSIENT, "looking up " + host + " takes too long: check the name servers");
    } catch (ExecutionException failure) {
      Throwable cause = Objects.requireNonNullElse(failure.getCause(), failure);
      throw Faults.sending(Labels.of(target), cause);
    }
  }

  private static ConnectorException refused(URI target, String why) {
    return ConnectorException.of(Category.CONFIG, Labels.of(target) + " " + why + ": " + REMEDY);
  }
}
