import { ActionForm } from "@/components/forms/action-form";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { CheckCard } from "@/db/queries/safety/check-card";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, inSentence } from "@/lib/format";
import { plural } from "@/lib/plural";
import { saidInSitting } from "@/lib/safety/check-said";
import { factWords } from "@/lib/safety/fact-words";
import { screenWords } from "@/lib/safety/gate-words";
import { markRead } from "../../../safety/actions";
import { TakeBack } from "./take-back";

type Props = { card: CheckCard; assessmentId: string; canChange: boolean; isSent: boolean; now: Date; zone: string };

/** Safety questions as a clinician reads them: what they ask for, what is written, and every sitting with all that was said. */
export function CheckView({ card, assessmentId, canChange, isSent, now, zone }: Props) {
  const { header, instrument, result, sittings, unread } = card;
  const firstName = firstNameOf(header.name);
  const moment = (at: Date) => formatMoment(at, now, zone);
  return (
    <div className="mt-6.5 max-w-219">
      {card.isVoided ? (
        <Notice tone="attention" title="These answers were voided. What they raised still stands." />
      ) : null}
      {unread.length > 0 ? (
        <Notice
          tone="risk"
          title={`${firstName} wrote something. Read it today: nothing is cleared until somebody has.`}
        >
          <ActionForm action={markRead} submit="I have read it" busy="Saving…" look="risk" small>
            <input type="hidden" name="clientId" value={header.id} />
            <input type="hidden" name="assessmentId" value={assessmentId} />
            {unread.map((id) => (
              <input type="hidden" name="seen[]" value={id} key={id} />
            ))}
          </ActionForm>
        </Notice>
      ) : null}
      <Section
        id="check"
        title={instrument.title}
        sub={`Asked ${inSentence(moment(card.askedAt))}. Version ${instrument.version}.`}
      >
        <p className="font-strong text-ink">
          {result
            ? screenWords[result.outcome]
            : `Not opened so far, which is not a no. It waits for you: talk to ${firstName} alone.`}
        </p>
        {result ? (
          <ul>
            {factWords(result.facts, firstName).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        ) : null}
        <p className="text-ink-2 text-small">
          Of several sittings the most careful counts, with answers that were taken back or never sent. Single answers
          move the gate; there is no score, and an all-clear is an aid.
        </p>
      </Section>
      {sittings.length === 0 ? (
        <Empty title="No sitting yet">{firstName} sees “A few questions” on Today.</Empty>
      ) : null}
      {sittings.map((sitting, index) => (
        <Section
          key={sitting.id}
          id={`sitting-${index + 1}`}
          title={plural(sittings.length, "What was said", `Sitting ${index + 1}`)}
          sub={`${moment(sitting.beganAt)}. ${sitting.sentAt ? `Sent ${inSentence(moment(sitting.sentAt))}.` : "Not sent."}`}
        >
          {sitting.wasPrivate ? null : <p>{firstName} was not alone, so no question was shown.</p>}
          <ul className="grid gap-4">
            {saidInSitting(instrument, sitting.given).map((said) => (
              <li className="pb-4 border-b border-line" key={said.key}>
                <p className="text-ink-2 text-small">{said.question}</p>
                <p className={said.effect ? "reading text-ink" : "reading"}>{said.answer}</p>
                {said.earlier.length > 0 ? (
                  <p className="text-ink-2 text-small">Before that: {said.earlier.join("; ")}</p>
                ) : null}
                {said.sentence ? <p>{said.sentence}</p> : null}
                {said.readBy ? (
                  <p className="text-ink-2 text-small">{`Read by ${said.readBy.name}, ${inSentence(moment(said.readBy.at))}`}</p>
                ) : null}
              </li>
            ))}
          </ul>
        </Section>
      ))}
      {canChange && isSent && !card.isVoided ? (
        <Section id="void" className="print:hidden" title="Something is wrong">
          <TakeBack clientId={header.id} assessmentId={assessmentId} isSent />
        </Section>
      ) : null}
    </div>
  );
}
