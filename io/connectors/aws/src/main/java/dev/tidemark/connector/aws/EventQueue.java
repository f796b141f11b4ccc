// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.aws;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.Region;

/** A queue of SQS that event notifications of buckets arrive in. */
record EventQueue(String region, String account, String name) {
  /** An ARN, or the address the console shows. */
  static final String PATTERN =
      "(?:arn:aws[a-z-]*:sqs:|https://sqs\\.)([a-z0-9-]+)(?::|\\.amazonaws\\.com(?:\\.cn)?/)"
          + "([0-9]{12})[:/]([A-Za-z0-9_-]{1,80}(?:\\.fifo)?)";

  static EventQueue of(String address) {
    Matcher parts = Pattern.compile(PATTERN).matcher(address);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not the address of a queue: " + address);
    }
    return new EventQueue(parts.group(1), parts.group(2), parts.group(3));
  }

  /**
   * What requests name it by. Only its parts were taken from what a user wrote, so that no request
   * goes elsewhere for it.
   */
  String url() {
    return "https://sqs." + region + "." + suffix() + "/" + account + "/" + name;
  }

  private String suffix() {
    return Region.of(region).metadata() == null
        ? "amazonaws.com"
        : Region.of(region).metadata().partition().dnsSuffix();
  }
}
