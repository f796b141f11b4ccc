// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import stories from './vitest.config.ts';

/** Measures, which takes minutes and proves nothing where others work beside it: on request alone. */
export default { ...stories, test: { ...stories.test, include: ['paint.ts'] } };
