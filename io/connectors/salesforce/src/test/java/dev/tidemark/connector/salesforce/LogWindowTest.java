// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Uses are counted exactly, however many a file tells of and however little is remembered. */
class LogWindowTest {
  private static final LogFile FILE =
      new LogFile("0AT000000000001AAA", LogKind.API, Instant.parse("2026-03-29T00:00:00Z"));

  @Test
  void windowsTogetherCountWhatAFileHolds() {
    long seed = new Random().nextLong();
    System.err.println("LogWindowTest: seed " + seed);
    List<Use> uses = new ArrayList<>();
    for (int i = 0; i < 30_000; i++) {
      uses.add(use("user" + i % 12_345, "Account"));
    }
    Collections.shuffle(uses, new Random(seed));
    Map<String, Long> expected = new TreeMap<>();
    uses.forEach(use -> expected.merge(use.key(), 1L, Long::sum));
    Map<String, Long> counted = new TreeMap<>();
    LogWindow window;
    String after = "";
    int windows = 0;
    do {
      LogWindow.Tally tally = new LogWindow.Tally(after);
      uses.forEach(tally::add);
      window = tally.of(FILE);
      window.behind(after).forEach(it -> counted.put(it.use().key(), it.times()));
      after = window.uses().lastKey();
      windows++;
    } while (window.end() == Rows.End.AHEAD);
    assertThat(counted).isEqualTo(expected);
    assertThat(windows).isEqualTo(3);
  }

  @Test
  void keysStayShortHoweverLongWhatStandsThereIs() {
    Use one = use("u", "x".repeat(1_000));
    Use other = use("u", "x".repeat(999) + "y");
    assertThat(one.key()).hasSizeLessThan(300).isNotEqualTo(other.key());
  }

  @Test
  void identifiersOfFifteenCharactersBecomeThoseOfEighteen() {
    assertThat(RecordId.whole("001D000000IRFma")).isEqualTo("001D000000IRFmaIAH");
    assertThat(RecordId.whole("001D000000IRFmaIAH")).isEqualTo("001D000000IRFmaIAH");
    assertThat(RecordId.whole("")).isEmpty();
  }

  @Test
  void requestsThatReadNothingAreNoUses() {
    assertThat(api("REST", "/v66.0/sobjects/Account/describe", "GET")).isEmpty();
    assertThat(api("REST", "/v66.0/limits", "GET")).isEmpty();
    assertThat(api("REST", "/v66.0/sobjects/Account/001", "PATCH")).isEmpty();
    assertThat(api("SOAP", "create", "POST")).isEmpty();
    assertThat(api("REST", "/v66.0/sobjects/Account/001", "GET")).contains("read");
    assertThat(api("SOAP", "retrieve", "POST")).contains("read");
    assertThat(api("SOAP", "queryMore", "POST")).contains("query");
    assertThat(api("Bulk", "/v66.0/jobs/query", "POST")).contains("query");
  }

  @Test
  void severalObjectsOfOneRequestAreToldApart() {
    assertThat(use("u", "Account, Sales_orders__c;Contact").names())
        .containsExactly("Account", "Sales_orders__c", "Contact");
  }

  private static Optional<String> api(String family, String resource, String method) {
    Map<String, String> event =
        Map.of("API_FAMILY", family, "API_RESOURCE", resource, "HTTP_METHOD", method);
    return Use.of(LogKind.API, event).map(Use::operation);
  }

  private static Use use(String user, String objects) {
    return new Use("2026-03-29T01:00:00Z", user, objects, "query", "succeeded");
  }
}
