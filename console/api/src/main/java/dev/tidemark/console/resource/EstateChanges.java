// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console.resource;

import dev.tidemark.console.access.Role;
import dev.tidemark.console.web.Answer;
import dev.tidemark.console.web.Body;
import dev.tidemark.console.web.Fault;
import dev.tidemark.console.web.Problem;
import dev.tidemark.console.web.Problem.Kind;
import dev.tidemark.model.Stratum;
import dev.tidemark.postgres.admin.EstateListing.Platform;
import dev.tidemark.postgres.admin.EstateRegister.Entry;
import dev.tidemark.spi.ledger.OrganisationEvidence.NotApplicable;
import dev.tidemark.spi.ledger.OrganisationEvidence.RegisterEntry;
import dev.tidemark.spi.outlook.Outlook;
import io.javalin.http.HandlerType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What people decide about the platforms of their estate; a running job scores it anew. */
record EstateChanges(Outlook outlook, Trials trials) {
  /** Stands for all platforms where an indicator applies nowhere. */
  private static final String EVERYWHERE = "*";

  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final String PLATFORM = "[a-z][a-z0-9+.-]*://\\S{1,400}";

  /**
   * A decision.
   *
   * @param change count, add, retire, restore, exempt or include
   */
  record Decision(
      @Nullable String stratum,
      @Nullable String change,
      @Nullable BigDecimal materiality,
      @Nullable String indicator,
      @Nullable String from,
      @Nullable String reason) {}

  void add(Doors doors) {
    String path = "/api/organisations/{organisation}/estate/changes";
    doors.member(HandlerType.POST, path, Role.EDITOR, EstateChanges::change);
    doors.patient().member(HandlerType.POST, path + "/rehearsal", Role.EDITOR, this::rehearse);
  }

  /** What the same decision would do to the score; nothing is changed. */
  private void rehearse(Call call) throws Exception {
    Decision decision = Body.read(call.context(), Decision.class);
    UnaryOperator<RegisterEntry> edit =
        edit(call, decision, Prose.required("/reason", decision.reason()));
    Stratum platform = platform(call, decision);
    List<RegisterEntry> register =
        new ArrayList<>(call.administration().register().inForce(call.organisation()));
    RegisterEntry before = declared(call, platform);
    register.removeIf(entry -> entry.stratum().equals(platform));
    register.add(edit.apply(before));
    Answer.send(
        call.context(),
        trials.within(LONGEST, () -> outlook.afterDecision(call.organisation(), register)));
  }

  private static void change(Call call) {
    Decision decision = Body.read(call.context(), Decision.class);
    String reason = Prose.required("/reason", decision.reason());
    UnaryOperator<RegisterEntry> edit = edit(call, decision, reason);
    Stratum platform = platform(call, decision);
    RegisterEntry before = declared(call, platform);
    if (!edit.apply(before).equals(before)) {
      call.administration()
          .register()
          .change(call.organisation(), platform, edit, reason, call.person().name());
    }
    Answer.send(
        call.context(),
        EstateResource.body(
            call.administration().estate().find(call.organisation(), platform).orElseThrow()));
  }

  private static RegisterEntry declared(Call call, Stratum platform) {
    return call.administration()
        .estate()
        .find(call.organisation(), platform)
        .map(Platform::declared)
        .map(Entry::declaration)
        .orElseGet(() -> RegisterEntry.undeclared(platform));
  }

  private static Stratum platform(Call call, Decision decision) {
    String urn = Optional.ofNullable(decision.stratum()).orElse("");
    boolean isNew = "add".equals(decision.change());
    boolean everywhere = urn.equals(EVERYWHERE) && decision.indicator() != null;
    if (isNew ? !urn.matches(PLATFORM) : urn.isBlank()) {
      throw wrong("/stratum", "must be written as assets are, such as snowflake://account");
    }
    Stratum platform = new Stratum(urn);
    boolean known = call.administration().estate().find(call.organisation(), platform).isPresent();
    if (!isNew && !everywhere && !known) {
      throw wrong("/stratum", "must be a platform of the estate; add counts one never connected");
    }
    return platform;
  }

  private static UnaryOperator<RegisterEntry> edit(Call call, Decision decision, String reason) {
    return switch (Optional.ofNullable(decision.change()).orElse("")) {
      case "count", "add" -> {
        double weight = weight(decision);
        yield entry -> entry.counting(weight);
      }
      case "retire" -> RegisterEntry::retire;
      case "restore" -> RegisterEntry::restore;
      case "exempt" -> {
        String indicator = Indicators.known(call, decision.indicator());
        NotApplicable since = new NotApplicable(from(decision), reason, call.person().name());
        yield entry -> entry.exempt(indicator, since);
      }
      case "include" -> {
        String indicator = Indicators.known(call, decision.indicator());
        yield entry -> entry.include(indicator);
      }
      default -> throw wrong("/change", "must be count, add, retire, restore, exempt or include");
    };
  }

  private static double weight(Decision decision) {
    double weight =
        Optional.ofNullable(decision.materiality()).orElse(BigDecimal.ZERO).doubleValue();
    if (!(weight > 0 && Double.isFinite(weight))) {
      throw wrong("/materiality", "must be a number above zero, such as 3 or 0.5");
    }
    return weight;
  }

  private static LocalDate from(Decision decision) {
    String from = decision.from();
    return from == null ? LocalDate.now(ZoneOffset.UTC) : Prose.day("/from", from);
  }

  private static RuntimeException wrong(String pointer, String detail) {
    Fault fault = new Fault(pointer, detail);
    return new Problem(Kind.INVALID, "Nothing was changed: see the faults.", List.of(fault))
        .thrown();
  }
}
