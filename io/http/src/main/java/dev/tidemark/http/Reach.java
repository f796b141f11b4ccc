// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.http;

/** How far a call may go, and with what. */
enum Reach {
  /** To the account's own host only, with the credential. */
  ACCOUNT,
  /** To any host the address policy allows, without the credential. */
  ELSEWHERE,
  /** To a service of the machine itself, named by its operator and not by a user. */
  MACHINE
}
