// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useRef } from 'react';
import { useBadge } from '../api/queries.ts';
import type { BadgeTold, Card } from '../api/types.ts';
import { Exports } from '../export/exports.tsx';
import { useHere } from '../shell/shell.tsx';
import { BadgeAddress } from './badge-address.tsx';

/** Room for a text of 11 pixels, a little more than it needs in any font. */
const room = (text: string) => 7 * text.length + 14;

/** The score in one line, to be taken elsewhere; its colours are its own, for they go with it. */
export function Badge({ card }: { readonly card: Card }) {
  const badge = useBadge(useHere().id).data;
  return badge ? (
    <div className="mt-4 border-t border-line pt-3">
      <Picture badge={badge} card={card} />
      <BadgeAddress badge={badge} />
    </div>
  ) : null;
}

function Picture({ badge: { label, text }, card }: { readonly badge: BadgeTold; readonly card: Card }) {
  const picture = useRef<SVGSVGElement>(null);
  const left = room(label);
  const width = left + room(text);
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <svg ref={picture} role="img" aria-label={`Badge: ${label} ${text}`} width={width} height="22">
        <rect width={width} height="22" rx="4" fill="#06484a" />
        <path d={`M4 0H${left}V22H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z`} fill="#37474f" />
        {[
          { at: left / 2, words: label },
          { at: left + (width - left) / 2, words: text },
        ].map(({ at, words }) => (
          <text key={words} x={at} y="15" textAnchor="middle" fontSize="11" fill="#ffffff">
            {words}
          </text>
        ))}
      </svg>
      <Exports
        file="badge"
        table={() => ({ columns: ['label', 'text', 'as_of', 'model'], rows: [[label, text, card.as_of, card.model]] })}
        chart={() => picture.current}
      />
    </div>
  );
}
