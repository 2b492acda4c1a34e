import { randomUUID } from "node:crypto";
import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { FocusOnChange } from "@/components/ui/focus-on-change";
import { Section } from "@/components/ui/section";
import { theirWords } from "@/components/ui/their-words";
import type { FollowUpAnswer, LinkFollowUp } from "@/db/queries/couples/link-follow-up";
import { type FollowUpItem, type FollowUpOutcome, followUpWords } from "@/lib/couples/link-follow-up";
import { notePlace } from "@/lib/drafts/place";
import { limits } from "@/lib/limits";
import { followUp } from "../actions";

type Props = {
  asked: LinkFollowUp | null;
  clientId: string;
  firstName: string;
  day: (date: string) => string;
  moment: (at: Date) => string;
};

/** For three months after a link ended: what is looked after for this one person. It says nothing of anybody else. */
export function AfterLink({ asked, clientId, firstName, day, moment }: Props) {
  if (!asked) return null;
  const { coupleId, endedOn, endsOn, shownOn, isShown, items, mayChange } = asked;
  const left = items.filter(({ answer }) => !answer).length;
  return (
    <Section
      id="after-link"
      title="After the link"
      className="[&_dd>[data-flag=on-track]]:text-ink [&_dd>[data-flag=on-track]]:font-semibold print:hidden"
      sub={`It ended on ${day(endedOn)}. ${left === 0 ? "All of it is looked after." : `${left} of ${items.length} still to look after.`}`}
    >
      <p className="text-ink-2 text-small">
        Asked about {firstName} alone, until {day(endsOn)}. Nothing here shows on any page of a client.
        {shownOn ? ` ${agreedWords(firstName, day(shownOn), isShown)}` : ""}
      </p>
      <ul className="grid gap-4 mt-3">
        {items.map(({ item, answer }) => {
          const send = { clientId, coupleId, item };
          return (
            <li className="pb-4 border-b border-line" key={item}>
              <p className="font-strong text-ink">{followUpWords[item].title}</p>
              <p>{followUpWords[item].words(firstName)}</p>
              <FocusOnChange mark={answer?.id ?? "open"}>{standing(answer, moment)}</FocusOnChange>
              {answer?.reason ? (
                <p className="text-ink-2 text-small" {...theirWords}>
                  {answer.reason}
                </p>
              ) : null}
              {mayChange ? (
                <div
                  className="[&>*]:max-w-full [&>:is(p,details[open])]:flex-[1_0_100%] flex gap-2 mt-3.5 flex-wrap items-start"
                  key={answer?.id ?? "open"}
                >
                  {answer ? (
                    <Answer {...send} outcome="open" submit="Open again" />
                  ) : (
                    <>
                      <Answer {...send} outcome="done" submit="Done" />
                      <Answer {...send} outcome="set-aside" fold="Set aside" submit="Set it aside" />
                    </>
                  )}
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
      {mayChange ? null : (
        <p className="text-ink-2 text-small">{firstName}’s own therapist or the owner answers these.</p>
      )}
    </Section>
  );
}

function standing(answer: FollowUpAnswer | null, moment: Props["moment"]): string {
  if (!answer) return "Not answered yet.";
  return `${answer.outcome === "done" ? "Done" : "Set aside"}, ${answer.byName}, ${moment(answer.answeredAt)}.`;
}

type AnswerProps = {
  clientId: string;
  coupleId: string;
  item: FollowUpItem;
  outcome: FollowUpOutcome;
  submit: string;
  fold?: string;
};

function Answer({ clientId, coupleId, item, outcome, submit, fold }: AnswerProps) {
  const fields = { id: randomUUID(), clientId, coupleId, item, outcome };
  const about = followUpWords[item].title;
  return (
    <ActionForm
      action={followUp}
      fold={fold}
      submit={
        <>
          {submit}
          <span className="sr-only">: {about}</span>
        </>
      }
      busy="Keeping it…"
      look="outline"
      small
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {outcome === "set-aside" ? (
        <>
          <FormTextarea name="reason" label="Why" rows={2} maxLength={limits.safetyNote} required />
          <KeptWords place={notePlace(clientId, `after-link.${item}`)} />
        </>
      ) : null}
    </ActionForm>
  );
}

/** What was agreed with this one person about the end, as it is on their pages. */
const agreedWords = (firstName: string, day: string, isShown: boolean) =>
  isShown
    ? `Since ${day} ${firstName}’s own pages read as without a partner.`
    : `Until ${day} ${firstName}’s own pages read as in own steps; from that day on as without a partner.`;
