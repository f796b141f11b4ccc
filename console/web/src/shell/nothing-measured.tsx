// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { Link } from 'react-router';
import { Empty } from '../ui/empty.tsx';
import { useHere } from './shell.tsx';

/** Before anything was read, and what to do about it. */
export function NothingMeasured({ title = 'Nothing has been measured yet' }: { readonly title?: string }) {
  return (
    <Empty title={title}>
      {useHere().mayChange ? (
        <>
          <Link className="text-tide underline" to="../connectors/new">
            Connect the first platform
          </Link>
          : a running job scores it within a minute of reading it.
        </>
      ) : (
        'An editor can connect the first platform; a running job scores it within a minute of reading it.'
      )}
    </Empty>
  );
}
