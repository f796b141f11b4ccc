// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The account a connector is examined against, fake or live, and the scenes a fake can play on it.
 * What an account cannot play it does not implement: a contract asks for scenes by their type.
 */
@NullMarked
package dev.tidemark.testkit.stage;

import org.jspecify.annotations.NullMarked;
