// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

/** Tokens expire and are renewed. Needed where a credential is exchanged for a token. */
public interface TokenScenes extends Scenes {
  /** Every token issued so far is refused as expired from now on. */
  void expire();

  /** How many tokens were issued since the account was made. */
  long issued();

  /**
   * How often a single-use credential was presented after it had been used up, since the account
   * was made; zero where credentials may be used again.
   */
  long reused();

  /**
   * The account takes the next renewal as done, but its answer is lost on the way: a crash between
   * renewing and storing. Where credentials are single-use, the old one is used up.
   */
  Played loseRenewal();
}
