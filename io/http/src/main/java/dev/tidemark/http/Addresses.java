// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * Tells addresses of the public internet from those of this machine, its network and its cloud:
 * what IANA's registries of special-purpose addresses (RFC 6890) call not globally reachable.
 */
final class Addresses {
  private Addresses() {}

  static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes, 0);
  }

  static boolean isLiteral(String host) {
    return host.contains(":") || host.matches("[0-9.]+");
  }

  private static boolean isPublic4(byte[] bytes, int from) {
    int first = bytes[from] & 0xff;
    int second = bytes[from + 1] & 0xff;
    int third = bytes[from + 2] & 0xff;
    return switch (first) {
      case 0, 10, 127 -> false;
      case 100 -> second < 64 || second > 127;
      case 169 -> second != 254;
      case 172 -> second < 16 || second > 31;
      case 192 -> second != 168 && !(second == 0 && (third == 0 || third == 2));
      case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
      case 203 -> !(second == 0 && third == 113);
      default -> first < 224;
    };
  }

  /** Of IPv6 only 2000::/3 is public, without its special parts; what embeds IPv4 is as that is. */
  private static boolean isPublic6(byte[] bytes) {
    int head = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    int next = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
    if (head == 0x2002) {
      return isPublic4(bytes, 2);
    }
    if (head == 0x64 && next == 0xff9b) {
      return isPublic4(bytes, 12);
    }
    boolean special = (head == 0x2001 && (next < 0x200 || next == 0xdb8)) || head == 0x3fff;
    return (bytes[0] & 0xe0) == 0x20 && !special;
  }
}
