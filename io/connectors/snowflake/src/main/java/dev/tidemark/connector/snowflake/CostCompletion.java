// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.snowflake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes down what a credit costs and whether somebody pays for the warehouse. */
final class CostCompletion implements Completion {
  @Override
  public boolean complete(ObjectNode record, Scope scope) {
    if (record.has("cost_tag")) {
      record.put("allocated", record.path("cost_tag").isTextual());
    }
    scope.creditPrice().ifPresent(price -> record.put("credit_price", price));
    return true;
  }
}
