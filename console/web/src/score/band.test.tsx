// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Band } from './band.tsx';

test('a value is never told without its interval and coverage, to eyes and to ears', () => {
  const drawn = renderToStaticMarkup(<Band name="Governance" of={{ maturity: 2.5, low: 1, high: 4, coverage: 0.6 }} />);
  expect(drawn).toContain('aria-label="Governance: 2.50 of 5, between 1.00 and 4.00, coverage 60 %"');
  expect(drawn).toContain('x="20%"');
  expect(drawn).toContain('width="60%"');
});
