// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.job.command.verify;

import dev.tidemark.job.command.Table;
import dev.tidemark.job.command.preview.Operations;
import dev.tidemark.job.command.verify.Examination.Result;
import dev.tidemark.testkit.conformance.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What an examination came to, as text. */
final class ExaminationText {
  private ExaminationText() {}

  static Stream<String> of(Operations operations, List<Result> results) {
    return Stream.of(
            Stream.of("Operations"),
            operations.table().lines(),
            Stream.of("", "Contracts"),
            contracts(results).lines(),
            results.stream().flatMap(ExaminationText::findings),
            Stream.of("", summary(results)))
        .flatMap(lines -> lines);
  }

  private static Table contracts(List<Result> results) {
    Table table = Table.of("CONTRACT", "OUTCOME", "CHECKS");
    results.forEach(
        it -> table.row(it.contract().name(), it.verdict().word(), it.contract().checks()));
    return table;
  }

  private static Stream<String> findings(Result result) {
    return Stream.concat(details(result.verdict()), notes(result.verdict()))
        .map(line -> result.contract().name() + ": " + line);
  }

  private static Stream<String> details(Verdict verdict) {
    if (verdict instanceof Verdict.Failed failed) {
      return failed.findings().stream().map(it -> it.seen() + "\n  fix: " + it.fix());
    }
    if (verdict instanceof Verdict.NotApplicable not) {
      return Stream.of("not applicable: " + not.why());
    }
    return verdict instanceof Verdict.Refused refused
        ? Stream.of("refused as declared: " + refused.message())
        : Stream.empty();
  }

  private static Stream<String> notes(Verdict verdict) {
    return verdict.notes().stream().map(note -> "left out: " + note);
  }

  private static String summary(List<Result> results) {
    long failed = results.stream().filter(it -> it.verdict().isFailed()).count();
    long passed = results.stream().filter(it -> it.verdict() instanceof Verdict.Passed).count();
    return String.format(
        Locale.ROOT,
        "%d passed, %d failed, %d with nothing to prove",
        passed,
        failed,
        results.size() - passed - failed);
  }
}
