// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidemark.job.command.Output;
import dev.tidemark.job.command.preview.Operations;
import dev.tidemark.job.command.verify.Examination.Result;
import dev.tidemark.testkit.conformance.Verdict;
import java.util.List;

/** What an examination came to, as JSON. */
final class ExaminationFacts {
  private ExaminationFacts() {}

  static JsonNode of(Examination examination, Operations operations, List<Result> results) {
    ObjectNode facts = Output.JSON.createObjectNode();
    facts.put("type", examination.type().description().type());
    facts.put("version", examination.type().description().version());
    facts.put("seed", examination.seed());
    facts.put("failed", results.stream().filter(it -> it.verdict().isFailed()).count());
    operations.write(facts.putArray("operations"));
    results.forEach(it -> write(it, facts.withArray("contracts").addObject()));
    return facts;
  }

  private static void write(Result result, ObjectNode node) {
    Verdict verdict = result.verdict();
    node.put("contract", result.contract().name()).put("checks", result.contract().checks());
    node.put("outcome", verdict.word());
    node.set("left_out", Output.JSON.valueToTree(verdict.notes()));
    if (verdict instanceof Verdict.Failed failed) {
      node.set("findings", Output.JSON.valueToTree(failed.findings()));
    } else if (verdict instanceof Verdict.NotApplicable not) {
      node.put("why", not.why());
    } else if (verdict instanceof Verdict.Refused refused) {
      node.put("message", refused.message());
    }
  }
}
