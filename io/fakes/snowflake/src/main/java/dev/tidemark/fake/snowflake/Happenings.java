// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.snowflake;

import dev.tidemark.testkit.fake.Promptness;
import dev.tidemark.testkit.organisation.Account;
import dev.tidemark.testkit.organisation.TimeRange;
import java.util.List;
import java.util.Map;

/**
 * What happens in the account, as rows of views that show as late as the vendor says.
 *
 * @param promptness whether they do
 */
record Happenings(Account account, Promptness promptness) {
  /** The rows of what begins in a range. */
  Map<Shape, List<Row>> within(TimeRange range) {
    Rows rows = new Rows(promptness);
    UseRows use = new UseRows(rows);
    account.queries(range).forEach(use::query);
    account.logins(range).forEach(use::login);
    RunRows runs = new RunRows(rows);
    account.runs(range).forEach(runs::run);
    account.charges(range).forEach(runs::charge);
    account.checks(range).forEach(runs::check);
    account.requests(range).forEach(runs::request);
    return rows.byView();
  }

  /** Rows written in each hour of a range of whole hours. */
  Map<Shape, List<Row>> writes(TimeRange hours) {
    Rows rows = new Rows(promptness);
    new WriteRows(account, rows).within(hours);
    return rows.byView();
  }
}
