// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { problemOf } from '../api/problem.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { Waiting } from './waiting.tsx';

interface Props<T> {
  readonly query: { readonly data: T | undefined; readonly error: unknown; readonly refetch: () => unknown };
  readonly what: string;
  readonly children: (found: T) => ReactNode;
}

/** Shows what was asked for, that it is on its way, or why it does not come; what was seen stays in sight. */
export function Asked<T>({ query, what, children }: Props<T>) {
  return (
    <>
      {query.error != null && (
        <Notice problem={problemOf(query.error)}>
          <Button className="mt-2" onClick={() => query.refetch()}>
            Try again
          </Button>
        </Notice>
      )}
      {query.data === undefined ? query.error == null && <Waiting what={what} /> : children(query.data)}
    </>
  );
}
