// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever runs these tests: root must step down, everybody else stays who he is. */
class AccountTest {

  private static final String SELF = System.getProperty("user.name");

  @TempDir Path folder;

  private ServerPlan plan(AccountChoice accounts) {
    return EmbeddedServer.at(folder).withoutDurability().withAccounts(accounts);
  }

  private String owner() throws IOException {
    return Files.getOwner(folder.resolve("cluster/PG_VERSION")).getName();
  }

  private static AccountChoice nobodyBy(WayDown way) {
    return new AccountChoice(List.of(), List.of(way), List.of("no-such-account", "nobody"));
  }

  @ParameterizedTest
  @EnumSource
  void rootStepsDownToAnotherAccount(WayDown way) throws IOException, SQLException {
    try (EmbeddedServer server = plan(nobodyBy(way)).start()) {
      assertThat(Sql.answer(server.database(), "select 1")).isEqualTo("1");
    }
    assertThat(owner()).isEqualTo(Account.isRoot() ? "nobody" : SELF);
  }

  @Test
  void rootServesADirectoryAsItsOwner() throws IOException {
    plan(nobodyBy(WayDown.SETPRIV)).start().close();
    String owner = owner();
    plan(AccountChoice.standard()).start().close();
    assertThat(owner()).isEqualTo(owner);
  }

  @Test
  void rootHandsItsDirectoryOverWhereItCannotServeItItself() throws IOException {
    plan(AccountChoice.standard()).start().close();
    assertThat(owner()).isEqualTo(SELF);
    plan(nobodyBy(WayDown.SETPRIV)).start().close();
    assertThat(owner()).isEqualTo(Account.isRoot() ? "nobody" : SELF);
  }

  @Test
  void rootSaysSoIfItCanBecomeNobodyElse() {
    AccountChoice none = new AccountChoice(List.of(), List.of(), List.of("nobody"));
    if (Account.isRoot()) {
      assertThatThrownBy(() -> plan(none).start())
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContainingAll(folder.toString(), "does not run as root", "ordinary user");
    } else {
      plan(none).start().close();
    }
  }

  @Test
  void namesTheFolderThatTheOtherAccountMayNotEnter() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed")); // below a folder of mode 0700
    ServerPlan plan =
        EmbeddedServer.at(closed).withoutDurability().withAccounts(nobodyBy(WayDown.SETPRIV));
    if (Account.isRoot()) {
      assertThatThrownBy(plan::start)
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContainingAll("nobody", "may not enter " + folder, "/var/lib/tidemark");
    } else {
      plan.start().close();
    }
  }
}
