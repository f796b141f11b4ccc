// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OracleTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);

  @TempDir private Path folder;

  @Test
  void everyRecordIsInOneRow() {
    Workload workload = workload(Spread.UNIFORM, 3);
    List<String> rows = Oracle.of(workload, pages(workload)).rows();
    assertThat(rows.stream().mapToLong(OracleTest::records).sum()).isEqualTo(workload.allRecords());
    assertThat(rows).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void rowsAreWhatTheParserOfContestantsReads() {
    Workload workload = workload(Spread.SKEWED, 5);
    PageFile pages = pages(workload);
    long errors = 0;
    for (int page = 0; page < workload.pages(); page++) {
      for (int number = 0; number < workload.records(); number++) {
        errors += PipelineErrors.parse(pages.record(1, page, number)).errors();
      }
    }
    assertThat(
            Oracle.of(workload, pages).rows().stream()
                .filter(row -> row.startsWith("s00001|"))
                .mapToLong(row -> Long.parseLong(row.substring(row.lastIndexOf('|') + 1)))
                .sum())
        .isEqualTo(errors);
  }

  @Test
  void whereEachRecordIsItsOwnNothingIsReduced() {
    Workload workload = workload(Spread.DISTINCT, 3);
    Oracle oracle = Oracle.of(workload, pages(workload));
    assertThat(oracle.reductionFactor()).isEqualTo(1);
    assertThat(oracle.rows()).hasSize((int) workload.allRecords());
  }

  @Test
  void fewMetricsReduceALot() {
    Workload workload = workload(Spread.UNIFORM, 2);
    assertThat(Oracle.of(workload, pages(workload)).reductionFactor()).isGreaterThan(20);
  }

  @Test
  void recordsAreOfOneLengthAndPagesGoForwardInTime() {
    Workload workload = workload(Spread.UNIFORM, 3);
    PageFile pages = pages(workload);
    assertThat(new String(pages.record(0, 3, 7), StandardCharsets.US_ASCII))
        .hasSize(workload.recordBytes())
        .startsWith("{\"id\":\"00000133\",\"at\":")
        .endsWith("\"}");
    assertThat(PipelineErrors.parse(pages.record(0, 3, 7)).at())
        .isBetween(workload.begin(3).getEpochSecond(), workload.begin(4).getEpochSecond());
  }

  @Test
  void theSameSeedGivesTheSamePages() {
    Workload workload = workload(Spread.SKEWED, 9);
    assertThat(Oracle.of(workload, pages(workload)).rows())
        .isEqualTo(Oracle.of(workload, pages(workload)).rows());
  }

  @Test
  void variantsDiffer() {
    Workload workload = workload(Spread.UNIFORM, 3);
    PageFile pages = pages(workload);
    Set<String> firsts = new HashSet<>();
    for (int variant = 0; variant < workload.variants(); variant++) {
      firsts.add(new String(pages.record(variant, 0, 0), StandardCharsets.US_ASCII));
    }
    assertThat(firsts).hasSize(workload.variants());
  }

  @Test
  void aWorkloadComesBackFromItsText() {
    Workload workload = workload(Spread.DISTINCT, 3);
    assertThat(Workload.parse(workload.text())).isEqualTo(workload);
  }

  private PageFile pages(Workload workload) {
    Path file = folder.resolve("pages");
    PageFile.write(workload, 1, file);
    return PageFile.map(workload, file);
  }

  private static long records(String row) {
    return Long.parseLong(row.split("\\|")[3]);
  }

  private static Workload workload(Spread spread, int metrics) {
    return new Workload("some", 6, 4, 1, 100, 150, spread, metrics, FIRST);
  }
}
