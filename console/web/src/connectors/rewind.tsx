// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { get, send } from '../api/client.ts';
import type { Held } from '../api/types.ts';
import { useDeed } from '../api/use-deed.ts';
import { count } from '../model/phrases.ts';
import { Asked } from '../ui/asked.tsx';
import { Time } from '../ui/time.tsx';
import { Confirm } from '../ui/confirm.tsx';

interface Props {
  readonly connector: string;
  readonly stream: string;
  readonly close: () => void;
}

/** Has a stream read again, after showing what that takes away. */
export function Rewind({ connector, stream, close }: Props) {
  const at = { connector, stream };
  const path = '/api/data-connectors/{connector}/streams/{stream}/rewind';
  const { act, problem } = useDeed();
  const held = useQuery({
    queryKey: ['rewind', connector, stream],
    staleTime: 0,
    queryFn: async ({ signal }) => (await get<Held>(path, { at, signal })).body,
  });

  async function rewind(reason: string) {
    if (await act(() => send('POST', path, { at, reason }))) {
      close();
    }
  }

  return (
    <Confirm
      title={`Read ${stream} again from its beginning?`}
      verb="Rewind"
      danger
      problem={problem}
      act={rewind}
      close={close}
      detail={<Asked query={held} what="what it would take away">{(found) => <TakenAway held={found} />}</Asked>}
    />
  );
}

function TakenAway({ held }: { readonly held: Held }) {
  return (
    <>
      <p>No other stream notices. Until it is read again, this is taken away:</p>
      <ul className="mt-1 list-disc pl-5">
        <li>
          {count(held.windows)} hours and days
          {held.earliest && (
            <>
              , the first from <Time at={held.earliest} />
            </>
          )}
        </li>
        <li>{count(held.facts)} assets it told of</li>
        <li>{count(held.rejected)} rejected records</li>
        {held.counters > 0 && (
          <li className="font-medium text-warn">{count(held.counters)} counters that only ever rise: what they counted cannot be read again</li>
        )}
      </ul>
    </>
  );
}
