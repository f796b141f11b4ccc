// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
import { Link } from 'react-router';

/** At an address that is no page's; what is around it is for others to say. */
export function Lost() {
  return (
    <>
      <title>No such page · Tidemark</title>
      <h1>There is no such page</h1>
      <p>
        <Link className="text-tide underline" to="/">
          See your organisations
        </Link>
      </p>
    </>
  );
}

/** The same where there is nothing around it. */
export function LostAlone() {
  return (
    <main className="mx-auto max-w-3xl p-6">
      <Lost />
    </main>
  );
}
