import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import type { StartPreview as Preview } from "@/lib/clients/start-change";
import { startDoubt } from "@/lib/clients/start-date";
import { formatLongDay, inSentence } from "@/lib/format";
import { limits } from "@/lib/limits";
import { moveStart } from "../actions";
import { StartPreview } from "./start-preview";

type Props = {
  clientId: string;
  startDate: string;
  /** Week 1 waits for the client. */
  waits: boolean;
  today: string;
  /** The day that is looked at, and what would move; null where none is. */
  looked: { to: string; fixed: string | null; preview: Preview; titles: ReadonlyMap<string, string> } | null;
  /** Why no day can be chosen any more. */
  fixed: string | null;
};

/** Another first day for week 1: chosen, looked at, then moved. */
export function CorrectStart({ clientId, startDate, waits, today, looked, fixed }: Props) {
  const doubt = looked ? startDoubt(looked.to, today) : null;
  return (
    <Section id="start" title="Start date">
      <div className="grid gap-4">
        <p>
          {`Week 1 ${waits ? "may begin from" : "begins on"} ${inSentence(formatLongDay(startDate, today))}${waits ? ", once the client has arrived" : ""}.`}
        </p>
        {fixed ? (
          <p className="text-ink-2">{fixed}</p>
        ) : (
          <form
            method="get"
            action="#start"
            className="practice:[&>[data-look]]:justify-self-start grid gap-4 max-w-105 print:hidden"
          >
            <Field
              id="start-to"
              name="start"
              label="Should begin on"
              type="date"
              defaultValue={looked?.to ?? startDate}
            />
            <Button type="submit" small>
              Show what moves
            </Button>
          </form>
        )}
        {looked && !fixed ? (
          looked.fixed ? (
            <p className="text-ink-2">{looked.fixed}</p>
          ) : (
            <>
              <StartPreview {...looked} today={today} />
              <ActionForm
                key={looked.to}
                action={moveStart}
                submit="Move the start"
                busy="Moving…"
                className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
              >
                <input type="hidden" name="clientId" value={clientId} />
                <input type="hidden" name="startDate" value={looked.to} />
                {doubt ? <input type="hidden" name="again" value={looked.to} /> : null}
                <FormTextarea name="reason" label="Why it moves" rows={2} maxLength={limits.accountReason} required />
              </ActionForm>
            </>
          )
        ) : null}
      </div>
    </Section>
  );
}
