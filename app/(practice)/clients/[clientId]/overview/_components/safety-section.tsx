import Link from "next/link";
import { Flag } from "@/components/ui/flag";
import { Section } from "@/components/ui/section";
import type { SafetyPanel } from "@/db/queries/safety/safety";
import { firstNameOf } from "@/lib/first-name";
import { formatLongDay, formatMoment, inSentence } from "@/lib/format";
import { paths } from "@/lib/paths";
import { gateWords, jointStepsWords, ownSideWords, screenWords } from "@/lib/safety/gate-words";
import { localDate } from "@/lib/time/zone";
import { Proposals } from "./proposals";
import { SafetyForms } from "./safety-forms";

type Props = {
  safety: SafetyPanel;
  name: string;
  clientId: string;
  now: Date;
  zone: string;
  today: string;
  isClearing: boolean;
};

/** The safety panel: quiet, asked, an open event, closed. What it says comes from the database in one snapshot. */
export function SafetySection({ safety, name, clientId, now, zone, today, isClearing }: Props) {
  const firstName = firstNameOf(name);
  const day = (at: Date) => formatLongDay(localDate(at, zone), today);
  const week = (at: Date) => formatLongDay(localDate(at, safety.calendarZone), today);
  const moment = (at: Date) => inSentence(formatMoment(at, now, zone));
  const { gate, shared, asked, lastScreen, lastDecision, lastClosed } = safety;
  const words = gateWords(gate, day);
  const nextOn = day(safety.nextBoundary);
  const tone = gate.state === "stop" ? "risk" : gate.state === "clear" ? "on-track" : "attention";
  return (
    <Section
      id="safety"
      title="Safety"
      className="[&_dd>[data-flag=on-track]]:text-ink [&_dd>[data-flag=on-track]]:font-semibold print:hidden"
      action={
        <>
          <Link
            className="py-1 flex-none text-small max-desk:-my-3 max-desk:py-3 print:hidden"
            href={paths.client(clientId).reach}
            prefetch={false}
          >
            Contact card
          </Link>
          <Link
            className="py-1 flex-none text-small max-desk:-my-3 max-desk:py-3 print:hidden"
            href={paths.client(clientId).safety}
            prefetch={false}
          >
            History
          </Link>
        </>
      }
    >
      <dl className="grid gap-2.5">
        <div>
          <dt className="text-ink-3 text-small">Gate</dt>
          <dd className="min-w-0 wrap-anywhere">
            <Flag tone={tone}>{words.title}</Flag>
            <p>{words.detail}</p>
          </dd>
        </div>
        <div>
          <dt className="text-ink-3 text-small">Joint steps</dt>
          <dd className="min-w-0 wrap-anywhere">
            <p>
              {safety.partner || safety.chosen
                ? jointStepsWords(shared, {
                    nextOn,
                    ownDays: safety.ownDaysSince !== null,
                    chosen: safety.chosen && { endsOn: safety.chosen.endsWith && week(safety.chosen.endsWith) },
                  })
                : ownSideWords(shared, { firstName, nextOn })}
            </p>
            {safety.partner && !shared.open ? (
              <p className="text-ink-2 text-small">
                If joint steps stay closed, {safety.partner.name} may ask why. Agree with {firstName}, alone, what{" "}
                {firstName} will say.
              </p>
            ) : null}
          </dd>
        </div>
        {lastDecision ? (
          <div>
            <dt className="text-ink-3 text-small">Last decision</dt>
            <dd className="min-w-0 wrap-anywhere">
              {decided[lastDecision.kind]} by {lastDecision.byName}, {moment(lastDecision.decidedAt)}
            </dd>
          </div>
        ) : null}
        <div>
          <dt className="text-ink-3 text-small">Safety questions</dt>
          <dd className="min-w-0 wrap-anywhere">
            {asked ? `Asked ${moment(asked.assignedAt)}, not sent yet. ` : ""}
            {lastScreen
              ? `Answered ${moment(lastScreen.answeredAt)}. ${screenWords[lastScreen.outcome]}`
              : asked
                ? ""
                : "Never answered."}
          </dd>
        </div>
        {lastClosed ? (
          <div>
            <dt className="text-ink-3 text-small">Last event</dt>
            <dd className="min-w-0 wrap-anywhere">
              Closed {moment(lastClosed.steps.at(-1)?.at ?? lastClosed.openedAt)}
            </dd>
          </div>
        ) : null}
      </dl>
      <Proposals proposals={safety.proposals} clientId={clientId} firstName={firstName} moment={moment} />
      <SafetyForms safety={safety} clientId={clientId} firstName={firstName} isClearing={isClearing} />
    </Section>
  );
}

const decided = { clear: "Cleared", concern: "Concern logged", stop: "Stopped", "not-screened": "" } as const;
