// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.connector.salesforce;

import dev.tidemark.authoring.HistoryPlace;
import dev.tidemark.authoring.Part;
import dev.tidemark.spi.ConnectorException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The organisation's event log files. For several threads. */
final class EventLogs {
  /** Files of a listing: each is read by a request of its own. */
  static final int AT_ONCE = 20;

  /** Types that are logged for everybody who has bought Event Monitoring, by our own requests. */
  private static final List<String> BOUGHT = List.of("RestApi", "API", "URI", "Report");

  private final EventLogInterval interval;
  private final AtomicReference<@Nullable LogWindow> last = new AtomicReference<>();

  EventLogs(EventLogInterval interval) {
    this.interval = interval;
  }

  /**
   * Whether reports are logged at all: files that only Event Monitoring makes are there.
   *
   * @throws ConnectorException where the user may not see any
   */
  static boolean tellOfReports(Session session) {
    String soql =
        "SELECT Id FROM EventLogFile WHERE EventType IN " + Soql.texts(BOUGHT) + " LIMIT 1";
    return !session.query(Session.Door.QUERY, soql).all().isEmpty();
  }

  /** The same, where not to be allowed to look is an answer as well. */
  static boolean maySeeReports(Session session) {
    try {
      return tellOfReports(session);
    } catch (ConnectorException refusal) {
      if (!Part.isRefusedBy(refusal)) {
        throw refusal;
      }
      return false;
    }
  }

  /** The files from a place on, by the time they were made; the one read in part is the first. */
  List<LogFile> from(HistoryPlace place, Instant upper, Session session) {
    String soql =
        "SELECT "
            + LogFile.FIELDS
            + " FROM EventLogFile WHERE EventType IN %s AND Interval = %s AND %s AND CreatedDate <= %s ORDER BY CreatedDate, Id LIMIT %d"
                .formatted(
                    Soql.texts(LogKind.types()),
                    Soql.text(interval.word()),
                    behind(place),
                    Soql.time(upper),
                    AT_ONCE);
    return session.query(Session.Door.QUERY, soql).all().stream().map(LogFile::of).toList();
  }

  private static String behind(HistoryPlace place) {
    String time = Soql.time(place.from());
    if (place.key().isEmpty()) {
      return "CreatedDate >= " + time;
    }
    String than = place.key().size() > 1 ? ">=" : ">";
    String id = Soql.text(place.key().get(0));
    return "(CreatedDate > %s OR (CreatedDate = %s AND Id %s %s))".formatted(time, time, than, id);
  }

  /** Uses behind a key of a file: as the page before left them, or read. */
  LogWindow window(LogFile file, String after, Session session) {
    LogWindow known = last.get();
    if (known != null && known.covers(file.id(), after)) {
      return known;
    }
    LogWindow.Tally tally = new LogWindow.Tally(after);
    String self = session.identity().user();
    String what = "event log file " + file.id();
    LogWindow read =
        session.stream(
            file.resource(),
            Map.of(),
            (head, body) -> {
              CsvRows.each(
                  body,
                  what,
                  event ->
                      Use.of(file.kind(), event)
                          .filter(use -> !use.user().equals(self))
                          .ifPresent(tally::add));
              return tally.of(file);
            });
    last.set(read);
    return read;
  }
}
