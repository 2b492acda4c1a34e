import type { SignalPast } from "@/db/queries/signals/client-signals";
import { signalRow } from "@/lib/signals/kinds";
import type { KeptSignal, SignalStep } from "@/lib/signals/settle";
import { type Say, signalWords } from "@/lib/signals/signal-sentence";

/** What was set aside or answered, and what brings it back. */
export function SignalsWaiting({
  waiting,
  history,
  say,
}: {
  waiting: readonly KeptSignal[];
  history: readonly SignalPast[];
  say: Say;
}) {
  if (waiting.length === 0) return null;
  return (
    <details className="mt-3 text-small">
      <summary className="w-max cursor-pointer py-1 text-ink-2">{`Set aside or answered: ${waiting.length}`}</summary>
      <ul className="mt-1.5 grid gap-2">
        {waiting.map((signal) => {
          const last = history.find(({ signalId, step }) => signalId === signal.id && step !== "opened");
          return (
            <li key={signal.kind}>
              <span className="font-strong">{signalWords(signal.kind, signal.data, say).sentence}</span>
              {": "}
              {waitsFor(signal, say)}
              {last?.by ? ` ${last.by}, ${say.within(say.dayOf(last.at))}.` : ""}
              {last?.note ? <span className="block text-ink-2">{last.note}</span> : null}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function waitsFor({ state, hiddenUntil }: KeptSignal, say: Say): string {
  if (state === "snoozed" && hiddenUntil) return `comes back ${say.within(hiddenUntil)}, or with something new.`;
  if (state === "known") return "known; comes back with something new.";
  return "answered; comes back with something new.";
}

const steps: Record<SignalStep, string> = {
  opened: "opened",
  reopened: "came back",
  snoozed: "put off",
  known: "noted as known",
  acted: "answered",
  resolved: "gone",
};

/** What happened, when, and by whom; by nobody where the rows alone decided it. */
export function SignalHistory({ history, say }: { history: readonly SignalPast[]; say: Say }) {
  if (history.length === 0) return null;
  return (
    <details className="mt-2 text-small">
      <summary className="w-max cursor-pointer py-1 text-ink-2">History</summary>
      <ul className="mt-1.5 grid gap-1.5 tabular-nums">
        {history.map(({ id, kind, step, at, by, until, note }) => (
          <li key={id}>
            {`${say.day(say.dayOf(at))}: ${signalRow(kind).name}, ${steps[step]}`}
            {until ? ` until ${say.within(until)}` : ""}
            {by ? ` by ${by}` : ""}
            {note ? <span className="block text-ink-2">{note}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
