import type { Metadata } from "next";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { theirWords } from "@/components/ui/their-words";
import { getSafetyHistory } from "@/db/queries/safety/safety-history";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, inSentence } from "@/lib/format";
import { eventWords, screenWords } from "@/lib/safety/gate-words";
import { loadClient } from "@/server/load-client";
import { titleBesideSomebody } from "@/server/room";
import { ClientPage } from "../_shell/client-page";
import { SaidList } from "../_shell/said-list";

export const generateMetadata = (): Promise<Metadata> => titleBesideSomebody("Safety history");

const decided = { clear: "Cleared for 12 weeks", concern: "Concern logged", stop: "Stopped" } as const;
const steps = { acknowledged: "Answered", noted: "Note", escalated: "Passed on", closed: "Closed" } as const;

export default async function SafetyHistoryPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data, session, today, standing } = await loadClient(params, getSafetyHistory);
  const firstName = firstNameOf(data.header.name);
  const moment = (at: Date) => formatMoment(at, data.now, session.actor.zone);
  return (
    <ClientPage session={session} header={data.header} standing={standing} today={today} current={null} isOffPaper>
      <div className="mt-6.5 max-w-219">
        <Section id="events" title="Events">
          {data.events.length === 0 ? (
            <Empty title="No event so far">“I don’t feel safe” and answers that ask for a stop appear here.</Empty>
          ) : (
            <ul className="grid gap-4">
              {data.events.map((event) => (
                <li className="pb-4 border-b border-line" key={event.id}>
                  <p className="font-strong text-ink">
                    {firstName} {eventWords[event.source]}
                  </p>
                  <p className="text-ink-2 text-small">{moment(event.openedAt)}</p>
                  <SaidList said={event.said} clientId={data.header.id} moment={(at) => inSentence(moment(at))} />
                  <ul>
                    {event.steps.map((step) => (
                      <li key={step.id}>
                        {steps[step.kind]}
                        {step.to ? ` to the ${step.to}` : ""} {step.byName ? `by ${step.byName}` : "by the clock"},{" "}
                        {inSentence(moment(step.at))}
                        {step.note ? (
                          <p className="reading" {...theirWords}>
                            {step.note}
                          </p>
                        ) : null}
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section id="decisions" title="Decisions about the gate">
          {data.decisions.length === 0 ? (
            <Empty title="No decision so far">Concerns, stops and clearances appear here with their reasons.</Empty>
          ) : (
            <ul className="grid gap-4">
              {data.decisions.map((decision) => (
                <li className="pb-4 border-b border-line" key={decision.id}>
                  <p className="font-strong text-ink">{decided[decision.kind]}</p>
                  <p className="text-ink-2 text-small">
                    {decision.byName}, {inSentence(moment(decision.decidedAt))}
                    {decision.kind !== "clear"
                      ? ""
                      : decision.talkedAlone
                        ? `, after talking to ${firstName} alone`
                        : `, without a talk alone`}
                  </p>
                  <p className="reading" {...theirWords}>
                    {decision.reason}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section id="offered" title="What was offered">
          {data.offered.length === 0 ? (
            <Empty title="Nothing noted so far">What the panel proposes appears here once somebody offered it.</Empty>
          ) : (
            <ul className="grid gap-4">
              {data.offered.map((use) => (
                <li className="pb-4 border-b border-line" key={use.id}>
                  <p className="font-strong text-ink">{use.title}</p>
                  <p className="text-ink-2 text-small">
                    {use.byName}, {inSentence(moment(use.offeredAt))}
                  </p>
                  {use.note ? (
                    <p className="reading" {...theirWords}>
                      {use.note}
                    </p>
                  ) : null}
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section id="screens" title="Safety questions answered" sub="The answers themselves stay with the assessment.">
          {data.screens.length === 0 ? (
            <Empty title="Never answered">Ask a safety check on the overview.</Empty>
          ) : (
            <ul className="grid gap-4">
              {data.screens.map((screen) => (
                <li className="pb-4 border-b border-line" key={screen.id}>
                  <p>{screenWords[screen.outcome]}</p>
                  <p className="text-ink-2 text-small">{moment(screen.answeredAt)}</p>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </ClientPage>
  );
}
