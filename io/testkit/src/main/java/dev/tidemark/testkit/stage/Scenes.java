// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.testkit.stage;

/** Something that can be made to happen at an account: one kind of it. */
public interface Scenes {}
