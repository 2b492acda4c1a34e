import type { ReactNode } from "react";

/** What a person is asked to read before they answer; in the portal no smaller than 15. */
export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="mb-1.5 text-small text-ink-2 portal:text-body" id={id}>
      {children}
    </p>
  );
}
