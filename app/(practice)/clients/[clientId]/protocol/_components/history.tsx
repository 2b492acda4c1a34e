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
  /** Whether the client reads the words now. */
  isRead: boolean;
  undone: boolean;
  /** Where it can be taken back, as what the page is asked for; null where it cannot. */
  undo: `?${string}` | null;
};

type Props = {
  base: Route;
  name: string;
  lines: readonly HistoryLine[];
  /** Whose clock the times are by, where the client has another. */
  clock: string | null;
  mayChange: boolean;
};

/** Every decision with who, when and why, newest first. Nothing is ever taken out of it. */
export function History({ base, name, lines, clock, mayChange }: Props) {
  if (lines.length === 0) return null;
  return (
    <Section id="decisions" title="Decisions so far" sub={clock ?? undefined}>
      <ul data-decisions>
        {lines.map((line) => (
          <li className="py-2.5 border-b border-line" key={line.id}>
            <p>
              <span className={line.undone ? "text-ink-2" : "font-strong text-ink"}>{line.sentence}</span>
              {line.undone ? <span className="text-ink-2 text-small"> (undone)</span> : null}
            </p>
            <p className="mt-0.5 text-ink-2 text-small">
              {line.by}, {line.at}
            </p>
            {line.reason ? <p className="mt-0.5 text-small">{line.reason}</p> : null}
            {line.words ? (
              <p className="mt-0.5 text-ink-2 text-small">
                {line.isRead ? `${name} reads:` : `${name} no longer reads:`} <q className="font-serif">{line.words}</q>
              </p>
            ) : null}
            {mayChange && line.undo ? (
              <Link
                className="inline-block py-1 text-small max-desk:py-2.75 max-desk:min-h-11"
                href={within(base, line.undo)}
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
