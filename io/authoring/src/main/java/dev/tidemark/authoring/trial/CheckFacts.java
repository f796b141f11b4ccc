// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.authoring.trial;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tidemark.spi.CheckResult;
import java.util.List;

/** Whether the needs of a connector are met, as JSON. */
public final class CheckFacts {
  private CheckFacts() {}

  /** One object for each need. */
  public static ArrayNode of(List<CheckResult> results) {
    ArrayNode facts = JsonNodeFactory.instance.arrayNode();
    for (CheckResult it : results) {
      facts
          .addObject()
          .put("need", it.need())
          .put("passed", it.passed())
          .put("code", it.code().orElse(null))
          .put("message", it.message());
    }
    return facts;
  }
}
