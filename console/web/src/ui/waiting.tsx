// SPDX-FileCopyrightText: The Tidemark authors
// SPDX-License-Identifier: Apache-2.0
export function Waiting({ what }: { readonly what: string }) {
  return (
    <p role="status" className="p-6 text-muted">
      Waiting for {what} …
    </p>
  );
}
