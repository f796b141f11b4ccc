// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
package dev.tidemark.spi.options;

import java.util.List;

/** placeholder */
public record Options(List<Option<?>> all) {}
