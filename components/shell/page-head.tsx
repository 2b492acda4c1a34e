import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  sub?: ReactNode;
  action?: ReactNode /** Also where it is narrow, beside the title. */;
  beside?: true;
};

export function PageHead({ title, sub, action, beside }: Props) {
  return (
    <header
      className={`flex flex-wrap items-center justify-between gap-x-6 gap-y-3 [&+form]:mt-7 ${beside ? "tiny:max-desk:flex-nowrap max-desk:gap-x-3" : ""}`}
    >
      <div>
        <h1>{title}</h1>
        {sub ? <p className="mt-1 text-ink-2">{sub}</p> : null}
      </div>
      {action}
    </header>
  );
}
