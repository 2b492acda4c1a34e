import { randomUUID } from "node:crypto";
import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { FormTextarea } from "@/components/forms/form-words";
import { Section } from "@/components/ui/section";
import type { DemandRecord } from "@/db/queries/exports/court-demands";
import { notePlace } from "@/lib/drafts/place";
import { openDemands } from "@/lib/exports/court";
import { formatLongDay } from "@/lib/format";
import { limits } from "@/lib/limits";
import { answerCourt, noteCourt } from "../actions";

type Props = { clientId: string; demands: readonly DemandRecord[]; today: string; moment: (at: Date) => string };

/** What courts asked about this record, each a task until somebody noted what became of it. */
export function CourtDemands({ clientId, demands, today, moment }: Props) {
  const open = openDemands(demands);
  const answers = demands.filter(({ answersId }) => answersId !== null);
  const hidden = (
    <>
      <input type="hidden" name="id" value={randomUUID()} />
      <input type="hidden" name="clientId" value={clientId} />
    </>
  );
  return (
    <Section
      id="court"
      title="When a court asks"
      sub="One record for each person. Questions about safety, what somebody said of their own violence, moves and notes are not given without being named. Nothing of the record is erased while a demand is open."
    >
      <ul className="grid gap-3 list-none">
        {open.map(({ id, words, dueOn, by, at }) => (
          <li key={id} className="grid gap-1.5">
            <p>
              {words} Noted by {by}, {moment(at)}.{dueOn ? ` To be answered by ${formatLongDay(dueOn, today)}.` : ""}
            </p>
            <ActionForm
              action={answerCourt}
              fold="What became of it"
              submit="Keep it"
              busy="Keeping it…"
              look="outline"
              small
            >
              {hidden}
              <input type="hidden" name="demandId" value={id} />
              <FormTextarea
                name="reason"
                label="What was given to whom, or why nothing was"
                rows={2}
                maxLength={limits.accountReason}
                required
              />
            </ActionForm>
          </li>
        ))}
      </ul>
      {answers.length > 0 ? (
        <details className="mt-2.5">
          <summary>Answered</summary>
          <ul className="grid gap-1.5 mt-2 list-none">
            {answers.map(({ id, answersId, words, by, at }) => (
              <li key={id}>
                {demands.find((one) => one.id === answersId)?.words} {by}, {moment(at)}: {words}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <div className="mt-2.5">
        <ActionForm action={noteCourt} fold="Note a demand" submit="Note it" busy="Noting…" look="outline" small>
          {hidden}
          <p className="text-ink-2 text-small">
            Ask the court what it needs, and tell the client alone before anything leaves, where the law lets you.
          </p>
          <FormTextarea name="demand" label="Who asks for what" rows={2} maxLength={limits.accountReason} required />
          <FormField name="dueOn" label="To be answered by, if a day is named" type="date" />
          <KeptWords place={notePlace(clientId, "court")} />
        </ActionForm>
      </div>
    </Section>
  );
}
