// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { useEffect, useId, useRef, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly close: () => void;
  readonly children: ReactNode;
}

/** A question that must be answered first: the browser keeps the keyboard inside and gives it back. */
export function Dialog({ title, close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={close}
      className="m-auto w-[min(36rem,92vw)] rounded-xl border border-line bg-card p-5 text-ink"
    >
      <h2 id={id} className="mb-2">
        {title}
      </h2>
      {children}
    </dialog>
  );
}
