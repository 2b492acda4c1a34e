import type { SignalConsidered } from "@/db/queries/signals/client-signals";
import { signalRow } from "@/lib/signals/kinds";
import { lenses } from "@/lib/signals/lenses";
import type { Say } from "@/lib/signals/signal-sentence";

export type FollowedNow = SignalConsidered & { sentence: string };

/** Four weeks after somebody decided what a signal was about: what came then. */
export function Followed({ followed, say }: { followed: readonly FollowedNow[]; say: Say }) {
  if (followed.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-2.5 border-l-4 border-primary bg-primary-tint px-4 py-2.5">
      {followed.map(({ id, kind, lens, by, at, note, sentence }) => (
        <li key={id}>
          <span className="font-strong">{`What followed: ${signalRow(kind).name}`}</span>
          <span className="block">{`${by} took it to be about ${lenses[lens].title.toLowerCase()}, ${say.within(say.dayOf(at))}. ${sentence}`}</span>
          {note ? <span className="block text-small text-ink-2">{note}</span> : null}
        </li>
      ))}
    </ul>
  );
}
