// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'react';
import { ago, moment } from '../model/times.ts';

/** A moment in the reader's zone, which it names; the exact one in UTC when pointed at. */
export function Time({ at, none = 'never' }: { readonly at: string | null | undefined; readonly none?: string }) {
  return at ? (
    <time dateTime={at} title={at} className="whitespace-nowrap">
      {moment(at)}
    </time>
  ) : (
    <span className="text-muted">{none}</span>
  );
}

/** How long ago, kept up to date. */
export function Ago({ at, none = 'never' }: { readonly at: string | null | undefined; readonly none?: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 10_000);
    return () => clearInterval(clock);
  }, []);
  return at ? (
    <time dateTime={at} title={`${moment(at)} (${at})`} className="whitespace-nowrap">
      {ago(at, now)}
    </time>
  ) : (
    <span className="text-muted">{none}</span>
  );
}
