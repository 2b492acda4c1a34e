import type { ReactNode } from "react";

export function PageHead({ title, sub, action }: { title: ReactNode; sub?: ReactNode; action?: ReactNode }) {
  return (
    <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 [&+form]:mt-7">
      <div>
        <h1>{title}</h1>
        {sub ? <p className="mt-1 text-ink-2">{sub}</p> : null}
      </div>
      {action}
    </header>
  );
}
