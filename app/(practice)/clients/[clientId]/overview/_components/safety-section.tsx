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

type Props = { safety: SafetyPanel; name: string; clientId: string; now: Date; zone: string; today: string };

/** The safety panel: quiet, asked, an open event, closed. What it says comes from the database in one snapshot. */
export function SafetySection({ safety, name, clientId, now, zone, today }: Props) {
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
      className="safe"
      action={
        <>
          <Link href={paths.client(clientId).reach} prefetch={false}>
            Contact card
          </Link>
          <Link href={paths.client(clientId).safety} prefetch={false}>
            History
          </Link>
        </>
      }
    >
      <dl>
        <div>
          <dt>Gate</dt>
          <dd>
            <Flag tone={tone}>{words.title}</Flag>
            <p>{words.detail}</p>
          </dd>
        </div>
        <div>
          <dt>Joint steps</dt>
          <dd>
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
              <p className="sec sm">
                If joint steps stay closed, {safety.partner.name} may ask why. Agree with {firstName}, alone, what{" "}
                {firstName} will say.
              </p>
            ) : null}
          </dd>
        </div>
        {lastDecision ? (
          <div>
            <dt>Last decision</dt>
            <dd>
              {decided[lastDecision.kind]} by {lastDecision.byName}, {moment(lastDecision.decidedAt)}
            </dd>
          </div>
        ) : null}
        <div>
          <dt>Safety questions</dt>
          <dd>
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
            <dt>Last event</dt>
            <dd>Closed {moment(lastClosed.steps.at(-1)?.at ?? lastClosed.openedAt)}</dd>
          </div>
        ) : null}
      </dl>
      <Proposals proposals={safety.proposals} clientId={clientId} firstName={firstName} moment={moment} />
      <SafetyForms safety={safety} clientId={clientId} firstName={firstName} />
    </Section>
  );
}

const decided = { clear: "Cleared", concern: "Concern logged", stop: "Stopped", "not-screened": "" } as const;
