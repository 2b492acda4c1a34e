import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { FormChoices, FormTextarea } from "@/components/forms/form-words";
import { Section } from "@/components/ui/section";
import { theirWords } from "@/components/ui/their-words";
import type { StepRecord } from "@/db/queries/clients/client-steps";
import { pathTodayOf, readableDays, readableSentence } from "@/lib/clients/standing";
import { formatLongDay } from "@/lib/format";
import { limits } from "@/lib/limits";
import { addDays } from "@/lib/time/local-date";
import { discharge, removeFromHere, takeBackIntoCare } from "../ending-actions";

type Props = {
  clientId: string;
  name: string;
  hasAccepted: boolean;
  /** Nothing was written, answered or decided: then the record may have been a mistake. */
  isUntouched: boolean;
  steps: readonly StepRecord[];
  today: string;
  mayChange: boolean;
  moment: (at: Date) => string;
};

/** The end of somebody's time here, what they read of it, and the way back. */
export function Ending({ clientId, name, hasAccepted, isUntouched, steps, today, mayChange, moment }: Props) {
  const standing = pathTodayOf(steps);
  const last = steps.find(({ kind }) => kind === "discharged" || kind === "removed" || kind === "erased");
  if (last?.kind === "erased")
    return (
      <Section id="ending" title="Erased">
        <p>
          Answered by {last.by}, and done {moment(last.at)}. Name, address and words are gone. The number of the record
          stays, and so does that it was opened and erased.
        </p>
      </Section>
    );
  if (standing.is === "removed" && last)
    return (
      <Section id="ending" title="Entered by mistake">
        <p>
          Name, address and everything else of a person were taken out by {last.by}, {moment(last.at)}. {last.reason}
        </p>
      </Section>
    );
  const hidden = (
    <>
      <input type="hidden" name="id" value={randomUUID()} />
      <input type="hidden" name="clientId" value={clientId} />
    </>
  );
  const why = <FormTextarea name="reason" label="Why" rows={2} maxLength={limits.accountReason} required />;
  if (standing.is === "discharged" && last)
    return (
      <Section id="ending" title="Discharged">
        <p>
          By {last.by}, {moment(last.at)}. {last.reason}
        </p>
        <p className="mt-2 text-ink-2">
          {last.readableUntil === null
            ? "The portal closed with it."
            : last.readableUntil < today
              ? `The pages could be read until ${formatLongDay(last.readableUntil, today)}.`
              : `${name}’s pages can be read until ${formatLongDay(last.readableUntil, today)}, and nothing can be added. “I don’t feel safe” goes on working until then.`}
        </p>
        {last.goodbye ? (
          <blockquote className="mt-2.5 pl-4 border-l-2 border-line" {...theirWords}>
            {last.goodbye}
          </blockquote>
        ) : null}
        {mayChange ? (
          <div className="mt-2.5">
            <ActionForm
              action={takeBackIntoCare}
              fold="Take back into care"
              submit="Take back"
              busy="Taking back…"
              look="outline"
              small
            >
              {hidden}
              <p className="text-ink-2 text-small">
                The portal opens again as it was, and a new course can be begun. What ended stays ended.
              </p>
              {why}
            </ActionForm>
          </div>
        ) : null}
      </Section>
    );
  if (!mayChange || standing.is === "merged") return null;
  return (
    <Section id="ending" title="Ending">
      <div className="grid gap-2.5 justify-items-start">
        <ActionForm
          action={discharge}
          fold={`Discharge ${name}`}
          submit="Discharge"
          busy="Discharging…"
          look="outline"
          small
        >
          {hidden}
          <p className="text-ink-2 text-small">
            The weeks end, what waits to be answered is withdrawn, rules and reminders stop, links and letters that wait
            are over. The record stays, {name} goes to the archive, and can be taken back at any time.
          </p>
          {why}
          {hasAccepted ? (
            <>
              <FormChoices
                name="portal"
                legend={`${name}’s pages`}
                cards
                choices={[
                  {
                    value: "readable",
                    label: "Can still be read",
                    sub: `${name} reads: “${readableSentence(addDays(today, readableDays.usual), today)}”`,
                  },
                  { value: "closed", label: "Close now", sub: "Every sign-in ends at once, and none opens any more." },
                ]}
              />
              <FormField
                name="readableUntil"
                label="Until"
                type="date"
                defaultValue={addDays(today, readableDays.usual)}
              />
              <FormTextarea
                name="goodbye"
                label={`A goodbye to ${name}`}
                hint="It stands first on the pages, folded. Say how to come back, and who is there meanwhile."
                rows={5}
                maxLength={limits.goodbye}
              />
            </>
          ) : (
            <input type="hidden" name="portal" value="closed" />
          )}
        </ActionForm>
        {isUntouched ? (
          <ActionForm
            action={removeFromHere}
            fold="Entered by mistake"
            submit="Remove"
            busy="Removing…"
            look="outline"
            small
          >
            {hidden}
            <p className="text-ink-2 text-small">
              Nothing was written or decided about {name} yet. Name, address and pronouns are taken out, the address is
              free again, the link opens nothing. This cannot be taken back. The record number stays.
            </p>
            {why}
          </ActionForm>
        ) : null}
      </div>
    </Section>
  );
}
