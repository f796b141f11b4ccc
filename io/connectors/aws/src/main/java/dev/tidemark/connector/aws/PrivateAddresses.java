// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Addresses a user must not send the connector to without leave. */
final class PrivateAddresses {
  private PrivateAddresses() {}

  static void refuse(URI endpoint) {
    if (!"https".equalsIgnoreCase(endpoint.getScheme())) {
      throw ConnectorException.of(
          Category.CONFIG,
          "the option endpoint is not encrypted: begin it with https, or set"
              + " allow-private-addresses");
    }
    if (Arrays.stream(addresses(endpoint.getHost())).anyMatch(PrivateAddresses::isPrivate)) {
      throw ConnectorException.of(
          Category.CONFIG,
          "the option endpoint leads to a private address ("
              + endpoint.getHost()
              + "): give a public one, or set allow-private-addresses");
    }
  }

  private static InetAddress[] addresses(String host) {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException unknown) {
      throw ConnectorException.of(
          Category.TRANSIENT, "the host name " + host + " is unknown: correct the option endpoint");
    }
  }

  private static boolean isPrivate(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || isShared(address.getAddress())
        || isUniqueLocal(address);
  }

  /** 100.64.0.0/10, RFC 6598. */
  private static boolean isShared(byte[] octets) {
    return octets.length == 4 && octets[0] == 100 && (octets[1] & 0xC0) == 64;
  }

  /** fc00::/7, RFC 4193. */
  private static boolean isUniqueLocal(InetAddress address) {
    return address instanceof Inet6Address && (address.getAddress()[0] & 0xFE) == 0xFC;
  }
}
