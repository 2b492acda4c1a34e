import type { ReactNode } from "react";

/** What is missing, when it comes, and at most one way on. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div
      data-empty
      className="[&+form]:mt-4 [&_[data-look]]:mt-2 grid gap-1 p-4 border-y border-dashed border-edge items-center justify-items-center content-center min-h-33 text-ink-2 text-center"
    >
      <b className="text-ink">{title}</b>
      {children ? <span>{children}</span> : null}
      {action}
    </div>
  );
}
