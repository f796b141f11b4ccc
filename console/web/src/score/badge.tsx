// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useRef } from 'react';
import type { Card } from '../api/types.ts';
import { Exports } from '../export/exports.tsx';
import { badgeText } from '../model/badge.ts';

const LABEL = 'data & AI maturity';

/** Room for a text of 11 pixels, a little more than it needs in any font. */
const room = (text: string) => 7 * text.length + 14;

/** The score in one line, to be taken elsewhere; its colours are its own, for they go with it. */
export function Badge({ card }: { readonly card: Card }) {
  const picture = useRef<SVGSVGElement>(null);
  const text = badgeText(card);
  const left = room(LABEL);
  const width = left + room(text);
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-2 border-t border-line pt-3">
      <svg ref={picture} role="img" aria-label={`Badge: ${LABEL} ${text}`} width={width} height="22">
        <rect width={width} height="22" rx="4" fill="#06484a" />
        <path d={`M4 0H${left}V22H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z`} fill="#37474f" />
        {[
          { at: left / 2, words: LABEL },
          { at: left + (width - left) / 2, words: text },
        ].map(({ at, words }) => (
          <text key={words} x={at} y="15" textAnchor="middle" fontSize="11" fill="#ffffff">
            {words}
          </text>
        ))}
      </svg>
      <Exports file="badge" table={() => rows(card, text)} chart={() => picture.current} />
    </div>
  );
}

function rows(card: Card, text: string) {
  return { columns: ['label', 'text', 'as_of', 'model'], rows: [[LABEL, text, card.as_of, card.model]] };
}
