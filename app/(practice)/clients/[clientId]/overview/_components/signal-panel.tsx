import Link from "next/link";
import { Flag, type FlagTone } from "@/components/ui/flag";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { ClientSignals } from "@/db/queries/signals/client-signals";
import type { AttentionLevel } from "@/lib/signals/kinds";
import { signalRow } from "@/lib/signals/kinds";
import { leadsTo } from "@/lib/signals/leads-to";
import { foldNew, type KeptSignal } from "@/lib/signals/settle";
import { type Say, signalWords } from "@/lib/signals/signal-sentence";
import type { LocalDate } from "@/lib/time/local-date";
import type { OpenReason } from "../opened-here";
import { Followed, type FollowedNow } from "./signal-followed";
import { SignalHistory, SignalsWaiting } from "./signal-history";
import { reasonPlace, SignalSupport } from "./signal-support";

type Props = {
  found: ClientSignals;
  followed: readonly FollowedNow[];
  clientId: string;
  firstName: string;
  hasWeeks: boolean;
  now: Date;
  today: LocalDate;
  say: Say;
  open: OpenReason | null;
};

const tones: Record<AttentionLevel, FlagTone> = {
  ...{ risk: "risk", attention: "attention", review: "review", starting: "starting", calm: "on-track" },
};

/** Why this client is on the list: what each reason shows, what to look at, what can be done from here, and what became of earlier ones. */
export function SignalPanel({ found, followed, clientId, firstName, hasWeeks, now, today, say, open }: Props) {
  const { signals, history, thresholds } = found;
  // An open event has a place of its own above this.
  const listed = signals.filter(({ kind }) => kind !== "safety-event");
  const { shown, folded } = foldNew(listed, thresholds.newAWeek, now);
  const waiting = listed.filter(({ state }) => state !== "open");
  if (listed.length === 0 && history.length === 0 && followed.length === 0) return null;
  const row = (signal: KeptSignal) => (
    <SignalItem key={signal.kind} signal={signal} {...{ found, clientId, hasWeeks, today, say, open }} />
  );
  return (
    <Section
      id="reasons"
      title={`Why ${firstName} is on your list`}
      action={
        <Link className="text-small" href="/settings/signals" prefetch={false}>
          What opens a reason
        </Link>
      }
      className="print:hidden"
    >
      {shown.length === 0 ? <p className="text-ink-2">Nothing is open right now.</p> : <ul>{shown.map(row)}</ul>}
      {folded.length > 0 ? (
        <details className="mt-2" open={folded.some(({ kind }) => kind === open?.kind)}>
          <summary className="w-max cursor-pointer py-1">{`+${folded.length} more of this week`}</summary>
          <ul>{folded.map(row)}</ul>
        </details>
      ) : null}
      <Followed followed={followed} say={say} />
      <SignalsWaiting waiting={waiting} history={history} say={say} />
      <SignalHistory history={history} say={say} />
    </Section>
  );
}

type ItemProps = Pick<Props, "found" | "clientId" | "hasWeeks" | "today" | "say" | "open"> & { signal: KeptSignal };

function SignalItem({ signal, found, clientId, hasWeeks, today, say, open }: ItemProps) {
  const { kind, data } = signal;
  const { level, check, leads } = signalRow(kind);
  const { sentence, detail } = signalWords(kind, data, say);
  return (
    <li id={reasonPlace(kind)} className="border-b border-line py-3 last:border-b-0">
      <div className="flex flex-wrap items-start justify-between gap-x-5 gap-y-2">
        <div className="min-w-0 flex-[1_1_320px]">
          <Flag tone={tones[level]}>{sentence}</Flag>
          {detail ? <p className="text-small text-ink-2">{detail}</p> : null}
          <p className="mt-1 text-small text-ink-2">
            {check} <span className="text-ink-3">On the list since {say.within(say.dayOf(signal.shownAt))}.</span>
          </p>
        </div>
        <LinkButton href={leadsTo(clientId, leads, data.ref ?? null)} small>
          {level === "review" ? "Open" : "Look at it"}
        </LinkButton>
      </div>
      {found.mayChange ? <SignalSupport {...{ signal, clientId, hasWeeks, today, open }} /> : null}
    </li>
  );
}
