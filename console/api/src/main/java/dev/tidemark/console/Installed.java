// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.console;

import dev.tidemark.spi.ConnectorType;
import dev.tidemark.spi.outlook.Outlook;

/**
 * What the console is told by whoever starts it, for it does not know it itself.
 *
 * @param types what can be connected
 * @param outlook what would become of a score
 */
public record Installed(Iterable<ConnectorType> types, Outlook outlook) {}
