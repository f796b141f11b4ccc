// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Signing in with an issuer of OpenID Connect: what it is asked and how what it says is checked.
 */
@NullMarked
package dev.tidemark.console.openid;

import org.jspecify.annotations.NullMarked;
