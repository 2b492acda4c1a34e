import { ActionForm } from "@/components/forms/action-form";
import { FormPassword } from "@/components/forms/form-fields";
import { Section } from "@/components/ui/section";
import type { HarmTestRecord } from "@/db/queries/exports/whole-record";
import { wholeParts } from "@/lib/exports/all-of-it";
import { harmAnswerWords } from "@/lib/exports/harm-test";
import { makeWhole } from "../actions";

type Props = {
  clientId: string;
  name: string;
  test: HarmTestRecord;
  refusal: string | null;
  moment: (at: Date) => string;
};

/** What was decided last, and the file that rests on it. */
export function WholeFile({ clientId, name, test, refusal, moment }: Props) {
  const { answer, parts, by, at, reason } = test;
  return (
    <Section id="whole" title={harmAnswerWords[answer]}>
      <div className="grid gap-3">
        <p>
          Decided by {by}, {moment(at)}. {reason}
        </p>
        {answer === "part" ? (
          <ul className="grid gap-1 pl-4 list-disc text-ink-2">
            {parts.map((part) => (
              <li key={part}>{wholeParts[part].title}</li>
            ))}
          </ul>
        ) : null}
        {refusal ? (
          <p className="text-ink-2">{refusal}</p>
        ) : (
          <>
            <p className="text-ink-2">
              The file stands under Take data out for an hour, for you alone. Read it before you give it: a program
              strikes what is of another record, and cannot know whom words tell of. Give it to {name} in person, and
              ask where it will lie.
            </p>
            <ActionForm
              action={makeWhole}
              submit="Make the file"
              busy="Making it…"
              className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
            >
              <input type="hidden" name="clientId" value={clientId} />
              <input type="hidden" name="testId" value={test.id} />
              <FormPassword name="password" label="Your password" autoComplete="current-password" required />
            </ActionForm>
          </>
        )}
      </div>
    </Section>
  );
}
