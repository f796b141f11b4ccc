// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import type { ComponentProps } from 'react';

type Kind = 'primary' | 'usual' | 'quiet' | 'danger';

const looks: Record<Kind, string> = {
  primary: 'bg-tide text-on-tide hover:bg-tide-strong border-transparent font-medium',
  usual: 'bg-card text-ink border-control hover:border-ink',
  quiet: 'bg-transparent text-muted border-transparent hover:text-ink',
  danger: 'bg-card text-bad border-bad hover:bg-bad-soft',
};

export function Button({ kind = 'usual', className = '', type = 'button', ...rest }: ComponentProps<'button'> & { readonly kind?: Kind }) {
  return (
    <button
      type={type}
      className={`rounded-md border px-3 py-1.5 transition-colors disabled:cursor-not-allowed disabled:opacity-60 ${looks[kind]} ${className}`}
      {...rest}
    />
  );
}
