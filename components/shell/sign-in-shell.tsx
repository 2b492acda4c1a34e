import type { ReactNode } from "react";
import { brand } from "@/components/shell/brand";
import { DistanceDrawing } from "@/components/shell/distance-drawing";
import { Logo } from "@/components/shell/logo";

type Props = {
  title: string;
  sub?: ReactNode;
  /** Top right: the way out, where a client is signed in. */
  leave?: ReactNode;
  /** What to do in danger: on every page before sign-in. */
  notes: ReactNode;
  children: ReactNode;
};

export function SignInShell({ title, sub, leave, notes, children }: Props) {
  return (
    <div data-shell="door" className="grid min-h-dvh grid-cols-2 max-desk:grid-cols-1">
      <main id="main" className="mx-auto flex w-full max-w-140 flex-col px-16 py-10 max-desk:px-5 max-desk:py-6">
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
          <span className={`${brand} gap-2.5 text-heading`}>
            <Logo width={44} />
            Nearer
          </span>
          {leave}
        </div>
        <div className="my-auto grid w-full max-w-100 grid-cols-1 gap-4.5 py-8 max-desk:mt-0 max-desk:mr-auto max-desk:pt-10 [&_[data-look=quiet]]:justify-self-start">
          <div>
            <h1 className="mb-0.5 text-greeting font-medium max-desk:text-page">{title}</h1>
            {sub ? <p className="text-ink-2 wrap-anywhere">{sub}</p> : null}
          </div>
          {children}
        </div>
        <div className="text-small text-balance text-ink-2">{notes}</div>
      </main>
      <div className="sticky squat:static top-0 grid h-screen place-items-center bg-p2 p-8 [--color-line:light-dark(#b9d3c6,#28493f)] [--ground:var(--color-p2)] max-desk:hidden print:hidden [&>svg]:max-h-full [&>svg]:max-w-full">
        <DistanceDrawing />
      </div>
    </div>
  );
}
