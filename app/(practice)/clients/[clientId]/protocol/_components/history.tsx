import type { Route } from "next";
import Link from "next/link";
import { Section } from "@/components/ui/section";
import { within } from "@/lib/paths";

export type HistoryLine = {
  id: string;
  sentence: string;
  by: string;
  at: string;
  reason: string | null;
  words: string | null;
  undone: boolean;
  canUndo: boolean;
};

type Props = { base: Route; name: string; lines: readonly HistoryLine[]; mayChange: boolean };

/** Every decision with who, when and why, newest first. Nothing is ever taken out of it. */
export function History({ base, name, lines, mayChange }: Props) {
  if (lines.length === 0) return null;
  return (
    <Section id="decisions" title="Decisions so far">
      <ul className="decisions">
        {lines.map((line) => (
          <li key={line.id}>
            <p>
              <span className={line.undone ? "sec" : "strong"}>{line.sentence}</span>
              {line.undone ? <span className="sm sec"> (undone)</span> : null}
            </p>
            <p className="sm sec">
              {line.by}, {line.at}
            </p>
            {line.reason ? <p className="sm">{line.reason}</p> : null}
            {line.words ? (
              <p className="sm sec">
                {name} reads: <q>{line.words}</q>
              </p>
            ) : null}
            {mayChange && line.canUndo ? (
              <Link
                className="sm"
                href={within(base, `?change=undo&undoes=${line.id}#change`)}
                prefetch={false}
                aria-label={`Undo: ${line.sentence}`}
              >
                Undo
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
