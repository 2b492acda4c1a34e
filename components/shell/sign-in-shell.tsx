import type { ReactNode } from "react";
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
    <div className="sign">
      <main id="main" className="column">
        <div className="over">
          <span className="brand">
            <Logo width={44} />
            Nearer
          </span>
          {leave}
        </div>
        <div className="middle">
          <div>
            <h1>{title}</h1>
            {sub ? <p className="sec">{sub}</p> : null}
          </div>
          {children}
        </div>
        <div className="notes">{notes}</div>
      </main>
      <div className="art">
        <DistanceDrawing />
      </div>
    </div>
  );
}
