// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A tenant of Azure played in this process: the token endpoint of Microsoft Entra, the Resource
 * Manager with Storage, Monitor, Data Factory, Machine Learning, Defender, Cost Management and
 * Authorization behind it, Blob Storage and Purview.
 */
@NullMarked
package dev.tidemark.fake.azure;

import org.jspecify.annotations.NullMarked;
