// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';

export const inputLook = 'w-full rounded-md border border-control bg-card px-3 py-1.5 aria-invalid:border-bad';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly needed?: boolean;
  readonly about?: ReactNode;
  readonly faults: readonly string[];
  readonly children: ReactNode;
}

/** A field under its name, with what it is for and what is wrong with it. */
export function Labelled({ id, label, needed = false, about, faults, children }: Props) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
        {needed && <span className="font-normal text-muted"> (needed)</span>}
      </label>
      {children}
      {faults.length > 0 && (
        <p id={`${id}-faults`} className="text-sm text-bad">
          {faults.join('; ')}
        </p>
      )}
      {about && (
        <p id={`${id}-about`} className="text-sm text-muted">
          {about}
        </p>
      )}
    </div>
  );
}

/** What ties a field to what is said of it, for who cannot see it. */
export function described(id: string, faults: readonly string[] | undefined) {
  return { 'aria-describedby': `${id}-faults ${id}-about`, 'aria-invalid': Boolean(faults?.length) };
}
