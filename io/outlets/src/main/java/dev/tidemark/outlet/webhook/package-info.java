// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0

/** Webhooks: CloudEvents over HTTP, signed by the Standard Webhooks specification. */
@NullMarked
package dev.tidemark.outlet.webhook;

import org.jspecify.annotations.NullMarked;
