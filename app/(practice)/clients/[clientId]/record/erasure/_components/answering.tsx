import { randomUUID } from "node:crypto";
import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormChoices, FormTextarea } from "@/components/forms/form-words";
import { Section } from "@/components/ui/section";
import type { ErasureRecord } from "@/db/queries/clients/erasure-record";
import { erasureAnswer, safetyKeptUntil } from "@/lib/clients/erasure";
import { notePlace } from "@/lib/drafts/place";
import { formatLongDay } from "@/lib/format";
import { limits } from "@/lib/limits";
import { TalkAlone } from "../../../_shell/talk-alone";
import { answer } from "../actions";

type Props = { clientId: string; name: string; record: ErasureRecord; isDischarged: boolean; today: string };

/** What goes, what is kept and for how long, what to say, and the answer after a talk alone. */
export function Answering({ clientId, name, record, isDischarged, today }: Props) {
  const until = safetyKeptUntil(record.newestSafetyAt, record.years);
  return (
    <Section id="answer" title="Your answer">
      <div className="grid gap-2 mb-5">
        <p>
          <strong>What goes:</strong> name, address, phone, sign-in and devices, everything written, answered and
          logged, messages, notes of sessions with {name} alone, reports, decisions on the path, letters and drafts.
          Counts without a name stay, and so does that it was erased.
        </p>
        <p>
          <strong>What is kept:</strong>{" "}
          {until && until.toISOString().slice(0, 10) > today
            ? `events, checks and decisions about safety, under the record’s number alone, until ${formatLongDay(until.toISOString().slice(0, 10), today)}. Then they go by themselves.`
            : "nothing of the person."}{" "}
          Notes of sessions with both of a couple belong to the other’s record too, and stay there.
        </p>
        <p>
          <strong>Ask alone:</strong> whether {name} wants this, whether somebody else does, and whether anything here
          may be needed one day, before a court or for a protection order. What is erased cannot be brought back.
        </p>
        <p>
          <strong>What to say,</strong> the same whatever is kept:
        </p>
        <blockquote className="pl-4 border-l-2 border-line reading">{erasureAnswer}</blockquote>
        {isDischarged ? null : (
          <p className="text-ink-2">
            To answer “erase” {name} has to be discharged first, under Record: what is open or linked has an end of its
            own.
          </p>
        )}
      </div>
      <ActionForm
        action={answer}
        submit="Answer"
        busy="Answering…"
        className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
      >
        <input type="hidden" name="id" value={randomUUID()} />
        <input type="hidden" name="clientId" value={clientId} />
        <TalkAlone firstName={name} />
        <FormChoices
          name="answer"
          legend="The answer"
          choices={[
            { value: "erase", label: "Erase it", sub: "As soon as no hold stands. It cannot be taken back." },
            {
              value: "not-wanted",
              label: `${name} does not want it`,
              sub: "The pages open again once they agree anew.",
            },
          ]}
        />
        <FormTextarea name="reason" label="Why" rows={3} maxLength={limits.accountReason} required />
        <KeptWords place={notePlace(clientId, "erasure")} />
      </ActionForm>
    </Section>
  );
}
