import type { ReactNode } from "react";

/** What is missing, when it comes, and at most one way on. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="void">
      <b>{title}</b>
      {children ? <span>{children}</span> : null}
      {action}
    </div>
  );
}
