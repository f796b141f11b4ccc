// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring;

import dev.tidemark.spi.Category;
import dev.tidemark.spi.ConnectorException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Keeps a connector whose client makes its own connections from addresses a user must not send it
 * to without leave. Connectors that speak HTTP themselves have the like in {@code io/http}.
 */
public final class PublicAddresses {
  private static final String LEAVE = ", or set allow-private-addresses";

  private PublicAddresses() {}

  /**
   * Refuses an address that is not encrypted, or of this machine, its network or its cloud.
   *
   * @param option the name of the option that holds it
   * @throws ConnectorException of category CONFIG, or TRANSIENT where the name is unknown
   */
  public static void require(String option, URI address) {
    if (!"https".equalsIgnoreCase(address.getScheme())) {
      throw refused(option, "is not encrypted: begin it with https");
    }
    if (Arrays.stream(addresses(option, address.getHost())).anyMatch(PublicAddresses::isPrivate)) {
      throw refused(
          option, "leads to a private address (" + address.getHost() + "): give a public one");
    }
  }

  private static ConnectorException refused(String option, String why) {
    return ConnectorException.of(Category.CONFIG, "the option " + option + " " + why + LEAVE);
  }

  private static InetAddress[] addresses(String option, String host) {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException unknown) {
      throw ConnectorException.of(
          Category.TRANSIENT,
          "the host name " + host + " is unknown: correct the option " + option);
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
