// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.fake.aws;

/** One service. Called under the lock of {@link FakeAws}. */
interface Service {
  Answer answer(Wire wire);

  /** The permission a request needs, as policies name it. */
  String action(Wire wire);
}
