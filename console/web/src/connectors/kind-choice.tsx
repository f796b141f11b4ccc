// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useKinds } from '../api/queries.ts';
import { Asked } from '../ui/asked.tsx';
import { Icon } from './icon.tsx';

interface Props {
  readonly chosen: string;
  readonly choose: (type: string) => void;
}

/** The kinds of platform there are, by their icons. */
export function KindChoice({ chosen, choose }: Props) {
  const kinds = useKinds();
  return (
    <Asked query={kinds} what="the kinds of platform">
      {(found) => (
        <fieldset>
          <legend className="mb-2 text-lg font-semibold tracking-tight">Which platform?</legend>
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {found.map((kind) => (
              <label
                key={kind.type}
                className="flex cursor-pointer items-start gap-3 rounded-lg border border-line bg-card p-3 has-checked:border-tide has-checked:bg-tide-soft has-focus-visible:outline-2 has-focus-visible:outline-focus"
              >
                <input type="radio" name="type" className="sr-only" checked={kind.type === chosen} onChange={() => choose(kind.type)} />
                <Icon type={kind.type} />
                <span>
                  <span className="block font-semibold">{kind.title}</span>
                  <span className="text-sm text-muted">{kind.summary}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </Asked>
  );
}
