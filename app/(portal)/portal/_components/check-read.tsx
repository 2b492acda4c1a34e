import type { ReactNode } from "react";

type Props = {
  /** Null where words and numbers stay behind the password. */
  score: number | null;
  when: string;
  /** The check, for who would like to make one more. */
  children: ReactNode;
};

/** An exercise has asked today's number already: it stands here, and nobody is asked the same twice. */
export function CheckRead({ score, when, children }: Props) {
  return (
    <>
      <h2>{score === null ? "Today’s check is there" : `Today’s check: ${score} of 10`}</h2>
      <p className="mt-1 mb-3.5 text-ink-2">From your exercise, {when}.</p>
      <details>
        <summary>Make another check</summary>
        <div className="mt-4">{children}</div>
      </details>
    </>
  );
}
