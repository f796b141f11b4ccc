// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.postgres.ledger;

import static java.util.Objects.requireNonNull;

import dev.tidemark.model.OrganisationId;
import dev.tidemark.model.OrganisationRevision;
import dev.tidemark.model.StreamId;
import dev.tidemark.model.stream.CommitOutcome;
import dev.tidemark.model.stream.StreamCommit;
import dev.tidemark.postgres.database.Session;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;

/**
 * The one transaction that moves streams forward. Locks are taken in one order by everyone: stream
 * rows by id, then organisations by id; an organisation's row makes everything below it (facts,
 * assets, cells) belong to one transaction at a time.
 */
final class CommitTransaction {
  private final Session session;

  CommitTransaction(Session session) {
    this.session = session;
  }

  /** One outcome per commit, in the order given. */
  List<CommitOutcome> apply(List<StreamCommit> commits) throws SQLException {
    Map<StreamId, List<StreamCommit>> byStream = new LinkedHashMap<>();
    commits.forEach(
        commit -> byStream.computeIfAbsent(commit.stream(), id -> new ArrayList<>()).add(commit));
    Collection<Verdict> verdicts = judged(byStream);
    StreamUpdates.withdraw(session, withdrawn(verdicts));
    SyncLog.refuse(session, refusals(verdicts));
    Map<UUID, Long> revisions = OrganisationRows.advance(session, organisations(verdicts));
    write(steps(verdicts, revisions));
    return inOrder(commits, verdicts, revisions);
  }

  private Collection<Verdict> judged(Map<StreamId, List<StreamCommit>> byStream)
      throws SQLException {
    Map<StreamId, StreamRow> rows = StreamRow.lock(session, byStream.keySet());
    return byStream.entrySet().stream()
        .map(entry -> Verdict.of(rows.get(entry.getKey()), entry.getValue()))
        .toList();
  }

  private void write(List<AppliedCommits> steps) throws SQLException {
    if (steps.isEmpty()) {
      return;
    }
    WindowRows.write(session, steps);
    ReadingRows.write(session, steps);
    PopulationRows.write(session, steps);
    new FactWriter(session).write(steps);
    RejectedRows.write(session, steps);
    SyncLog.add(session, steps.stream().map(CommitTransaction::logged).toList());
    StreamUpdates.advance(session, steps);
  }

  private static List<Long> withdrawn(Collection<Verdict> verdicts) {
    List<Long> ids = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      StreamRow row = verdict.row();
      if (row != null && verdict.withdraws()) {
        ids.add(row.id());
      }
    }
    return ids;
  }

  private static List<SyncLog.Refusals> refusals(Collection<Verdict> verdicts) {
    List<SyncLog.Refusals> refusals = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      StreamRow row = verdict.row();
      if (row != null && verdict.accepted() < verdict.commits().size()) {
        refusals.add(
            new SyncLog.Refusals(row, (long) verdict.commits().size() - verdict.accepted()));
      }
    }
    return refusals;
  }

  private static List<UUID> organisations(Collection<Verdict> verdicts) {
    return verdicts.stream()
        .flatMap(verdict -> verdict.toApply().stream())
        .map(commit -> commit.stream().organisation().value())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<AppliedCommits> steps(
      Collection<Verdict> verdicts, Map<UUID, Long> revisions) {
    List<AppliedCommits> steps = new ArrayList<>();
    for (Verdict verdict : verdicts) {
      StreamRow row = verdict.row();
      if (row != null && !verdict.toApply().isEmpty()) {
        steps.add(new AppliedCommits(row, verdict.toApply(), revision(row, revisions)));
      }
    }
    return steps;
  }

  private static long revision(StreamRow row, Map<UUID, Long> revisions) {
    return revisions.getOrDefault(row.stream().organisation().value(), row.revision());
  }

  private static SyncLog.Entry logged(AppliedCommits step) {
    return new SyncLog.Entry(
        step.row().id(), step.organisation(), step.last().observedAt(), 0, 0, step.volume());
  }

  private static List<CommitOutcome> inOrder(
      List<StreamCommit> commits, Collection<Verdict> verdicts, Map<UUID, Long> revisions) {
    Map<StreamId, Queue<CommitOutcome>> outcomes = new HashMap<>();
    for (Verdict verdict : verdicts) {
      StreamId stream = verdict.commits().get(0).stream();
      outcomes.put(stream, new ArrayDeque<>(outcomes(stream, verdict, revisions)));
    }
    return commits.stream()
        .map(commit -> requireNonNull(outcomes.get(commit.stream())).remove())
        .toList();
  }

  private static List<CommitOutcome> outcomes(
      StreamId stream, Verdict verdict, Map<UUID, Long> revisions) {
    List<CommitOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < verdict.commits().size(); i++) {
      outcomes.add(
          i < verdict.accepted()
              ? accepted(stream, verdict, revisions)
              : new CommitOutcome.Refused(stream, verdict.reason(), verdict.supersededBy()));
    }
    return outcomes;
  }

  private static CommitOutcome accepted(
      StreamId stream, Verdict verdict, Map<UUID, Long> revisions) {
    OrganisationId organisation = stream.organisation();
    StreamRow row = verdict.row();
    long before = row == null ? 0 : row.revision();
    long revision = verdict.again() ? before : revisions.getOrDefault(organisation.value(), before);
    return new CommitOutcome.Accepted(stream, new OrganisationRevision(organisation, revision));
  }
}
