import Link from "next/link";
import { Flag } from "@/components/ui/flag";
import { theirWords } from "@/components/ui/their-words";
import type { Appointment } from "@/db/queries/appointments/appointment-rows";
import { withWhom } from "@/lib/appointments/calendar";
import { paths } from "@/lib/paths";
import { type Clock, outcomeWords, whenWords } from "./session-view";

type Props = {
  label: string;
  sessions: readonly Appointment[];
  clock: Clock;
  /** On a page about one person or one couple the names say nothing new; a session of two says that it is one. */
  of: "anybody" | "client" | "couple";
};

/** Sessions one below the other, each with its day, its length and place, and what became of it. */
export function SessionList({ label, sessions, clock, of }: Props) {
  return (
    <ul aria-label={label} className="grid">
      {sessions.map((one) => (
        <li key={one.id} className="grid gap-0.5 border-b border-line py-2.5 print:break-inside-avoid">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Link className="font-strong text-ink" href={paths.session(one.id)} prefetch={false}>
              {whenWords(one.startsAt, clock)}
            </Link>
            {of === "anybody" ? <bdi {...theirWords}>{withWhom(one)}</bdi> : null}
            {of === "client" && one.coupleId ? <span>Both of them</span> : null}
            <Outcome one={one} clock={clock} />
          </p>
          {one.wishes.map(({ clientId, words, askedAt }) =>
            words ? (
              <q key={`${clientId}.${askedAt.toISOString()}`} className="wrap-anywhere" {...theirWords}>
                {words}
              </q>
            ) : null,
          )}
          <p className="text-small text-ink-2 wrap-anywhere">
            {one.note ? <NoteLink one={one} /> : null}
            {one.minutes} minutes
            {one.place ? `, ${one.place}` : ""}
            {one.isListed ? "" : ". Kept out of the portal"}
          </p>
        </li>
      ))}
    </ul>
  );
}

const noteWords = { signed: "Note signed", asks: "Note to co-sign", "co-signed": "Note co-signed" } as const;

function NoteLink({ one }: { one: Appointment }) {
  return one.note ? (
    <>
      <Link href={paths.sessionNote(one.id)} prefetch={false}>
        {noteWords[one.note]}
      </Link>
      {". "}
    </>
  ) : null;
}

/** A wish waits for an answer; a session that is over says how it went. */
function Outcome({ one, clock }: { one: Appointment; clock: Clock }) {
  const words = outcomeWords(one, clock.now);
  if (one.wishes.length > 0) return <Flag tone="review">Asked for another time</Flag>;
  if (!words) return null;
  return words === "Say how it went" ? <Flag tone="review">{words}</Flag> : <span className="text-ink-2">{words}</span>;
}
