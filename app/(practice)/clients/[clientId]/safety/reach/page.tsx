import type { Metadata } from "next";
import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormCheckbox } from "@/components/forms/form-words";
import { Disclose } from "@/components/ui/disclose";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { theirWords } from "@/components/ui/their-words";
import { getClientRegion } from "@/db/queries/clients/client-region";
import { type CardRecord, getClientReach } from "@/db/queries/safety/safety-reach";
import { atOnce } from "@/lib/at-once";
import { notePlace } from "@/lib/drafts/place";
import { firstNameOf } from "@/lib/first-name";
import { formatLongDay, formatMoment, inSentence } from "@/lib/format";
import {
  allowedWords,
  type ContactPerson,
  contactSides,
  planQuestions,
  type SafetyPlan,
} from "@/lib/safety/contact-card";
import { dialled } from "@/lib/safety/help-words";
import { loadClient } from "@/server/load-client";
import { titleBesideSomebody } from "@/server/room";
import { ClientPage } from "../../_shell/client-page";
import { HelpThere } from "../../_shell/help-there";
import { confirmCard, saveCard, savePlan } from "../actions";
import { CardFields } from "./_components/card-fields";
import { PlanFields } from "./_components/plan-fields";
import { Untold } from "./_components/untold";

export const generateMetadata = (): Promise<Metadata> => titleBesideSomebody("Contact card");

/** How a client is reached without anybody else learning of it, and what was agreed for when it is not safe. */
export default async function ReachPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data, session, today, standing } = await loadClient(params, async (scope, clientId) => {
    const { reach, region } = await atOnce({
      reach: getClientReach(scope, clientId),
      region: getClientRegion(scope, clientId),
    });
    return { ...reach, region };
  });
  const { header, card, plan, isStopped } = data;
  const firstName = firstNameOf(header.name);
  const moment = (at: Date) => inSentence(formatMoment(at, data.now, session.actor.zone));
  const id = <input type="hidden" name="clientId" value={header.id} />;
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current={null} isOffPaper>
      <div className="mt-6.5 max-w-219">
        <Section
          id="card"
          title={`How ${firstName} is reached safely`}
          sub={
            card
              ? `Last confirmed ${inSentence(formatLongDay(card.confirmedOn, today))}. Written down by ${card.byName}.`
              : undefined
          }
        >
          {card ? (
            <Card card={card} />
          ) : (
            <Empty title="Nothing is agreed yet">
              Ask {firstName} alone, when nobody else can hear. Until then no call and no message is known to be safe.
            </Empty>
          )}
          <div className="[&>*]:max-w-full [&>:is(p,details[open])]:flex-[1_0_100%] flex gap-2 mt-3.5 flex-wrap items-start">
            {card ? (
              <Disclose label="Nothing has changed">
                <ActionForm action={confirmCard} submit="Confirmed today" busy="Saving…" look="outline" small>
                  {id}
                  <FormCheckbox name="askedAlone" label={`I asked ${firstName} alone today`} />
                </ActionForm>
              </Disclose>
            ) : null}
            <Disclose label={card ? "Change the card" : "Write the card"}>
              <ActionForm action={saveCard} submit="Save the card" busy="Saving…" look="outline" small>
                {id}
                <CardFields card={card?.card ?? null} call={card?.call ?? []} firstName={firstName} today={today} />
                <KeptWords place={notePlace(header.id, "card")} />
                {isStopped ? (
                  <p className="text-ink-2 text-small">
                    There is a stop: nobody of the partner’s side can be written down.
                  </p>
                ) : null}
              </ActionForm>
            </Disclose>
          </div>
        </Section>
        <HelpThere clientId={header.id} firstName={firstName} region={data.region} />
        <Section id="plan" title="Safety plan" sub={plan ? `${plan.byName}, ${moment(plan.savedAt)}.` : undefined}>
          <p className="text-ink-2">
            It stands here and nowhere else: on none of {firstName}’s pages, in no letter, no report and no download.
          </p>
          {plan ? <Plan plan={plan.plan} /> : <Empty title="No plan yet">Write it together, alone.</Empty>}
          <div className="[&>*]:max-w-full [&>:is(p,details[open])]:flex-[1_0_100%] flex gap-2 mt-3.5 flex-wrap items-start">
            <Disclose label={plan ? "Change the plan" : "Write the plan"}>
              <ActionForm action={savePlan} submit="Save the plan" busy="Saving…" look="outline" small>
                {id}
                <PlanFields plan={plan?.plan ?? null} />
                <KeptWords place={notePlace(header.id, "plan")} />
              </ActionForm>
            </Disclose>
          </div>
        </Section>
        <Untold reach={data} firstName={firstName} />
      </div>
    </ClientPage>
  );
}

function Card({ card: { card, call, struck } }: { card: CardRecord }) {
  const facts: [string, string][] = [
    ["Safe hours", card.safeHours || "Not said"],
    ["If somebody else answers", card.ifAnotherAnswers || "Not said: put the phone down without a word"],
    ["Voicemail", allowedWords[card.voicemail]],
    ["Text", allowedWords[card.text]],
    ["Agreed word", card.agreedWord || "None"],
    ["Never call", card.neverCall || "Nobody named"],
  ];
  return (
    <div className="grid gap-4">
      {struck.length > 0 ? (
        <Notice tone="risk" title={`Do not call ${struck.map(({ name }) => name).join(" or ")}`}>
          A stop came after this was confirmed, so the partner’s side is struck from the card.
        </Notice>
      ) : null}
      <dl className="grid gap-2.5">
        <div>
          <dt className="text-ink-3 text-small">Phone</dt>
          <dd className="min-w-0 wrap-anywhere">
            {card.phone ? <a href={`tel:${dialled(card.phone)}`}>{card.phone}</a> : "None given"}
          </dd>
        </div>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt className="text-ink-3 text-small">{term}</dt>
            <dd className="min-w-0 wrap-anywhere" {...theirWords}>
              {value}
            </dd>
          </div>
        ))}
        {call.map((one) => (
          <Person key={`${one.name} ${one.number}`} person={one} />
        ))}
      </dl>
    </div>
  );
}

function Person({ person: { name, number, side } }: { person: ContactPerson }) {
  return (
    <div>
      <dt>{contactSides[side]}</dt>
      <dd>
        <bdi {...theirWords}>{name}</bdi> {number ? <a href={`tel:${dialled(number)}`}>{number}</a> : null}
      </dd>
    </div>
  );
}

function Plan({ plan }: { plan: SafetyPlan }) {
  const parts = (Object.keys(planQuestions) as (keyof SafetyPlan)[]).filter((part) => plan[part]);
  return (
    <dl className="grid gap-2.5">
      {parts.map((part) => (
        <div key={part}>
          <dt className="text-ink-3 text-small">{planQuestions[part]}</dt>
          <dd className="min-w-0 wrap-anywhere" {...theirWords}>
            {plan[part]}
          </dd>
        </div>
      ))}
    </dl>
  );
}
