// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { Link } from 'react-router';
import { Empty } from '../ui/empty.tsx';

export function Lost() {
  return (
    <main className="mx-auto max-w-3xl p-6">
      <Empty title="There is no such page">
        <Link className="text-tide underline" to="/">
          See your organisations
        </Link>
      </Empty>
    </main>
  );
}
