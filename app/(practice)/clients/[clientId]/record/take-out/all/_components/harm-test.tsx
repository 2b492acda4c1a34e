import { randomUUID } from "node:crypto";
import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormChoices, FormTextarea } from "@/components/forms/form-words";
import { Section } from "@/components/ui/section";
import type { HarmTestRecord } from "@/db/queries/exports/whole-record";
import { notePlace } from "@/lib/drafts/place";
import { harmAnswerWords, harmTestDays } from "@/lib/exports/harm-test";
import { limits } from "@/lib/limits";
import { TalkAlone } from "../../../../_shell/talk-alone";
import { testHarm } from "../actions";
import { GivenParts } from "./given-parts";

type Props = { clientId: string; name: string; tests: readonly HarmTestRecord[]; moment: (at: Date) => string };

/** The talk alone in which it is asked whom the whole record could harm, and the answer. Earlier ones stay. */
export function HarmTest({ clientId, name, tests, moment }: Props) {
  return (
    <Section
      id="harm"
      title={tests.length === 0 ? "Would it harm anybody?" : "Decide anew"}
      sub={`Asked alone, before anything is given. It holds for ${harmTestDays / 7} weeks.`}
    >
      <div className="grid gap-2 mb-5">
        <p>
          <strong>Ask alone:</strong> whether {name} wants this, or somebody else does. Who will be there when it is
          opened, where it will lie, and who knows the passwords of that place.
        </p>
        <p>
          <strong>Think of:</strong> what {name} said about somebody who may read it. What would be read between the
          lines of days, talks alone and decisions about joint steps. What could shake {name} to read without you.
        </p>
        <p>
          <strong>Never in it:</strong> notes that are their author’s alone, the safe way to reach {name}, the safety
          plan, notes of sessions with two, and anything of another record.
        </p>
      </div>
      <ActionForm
        action={testHarm}
        submit="Keep the answer"
        busy="Keeping it…"
        className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
      >
        <input type="hidden" name="id" value={randomUUID()} />
        <input type="hidden" name="clientId" value={clientId} />
        <TalkAlone firstName={name} isDayNeeded />
        <FormChoices
          name="answer"
          legend="The answer"
          choices={[
            { value: "all", label: harmAnswerWords.all, sub: "Every part below, whatever is ticked." },
            { value: "part", label: harmAnswerWords.part, sub: "The parts that are ticked." },
            { value: "nothing", label: harmAnswerWords.nothing, sub: `Say why to ${name}, and when you decide anew.` },
          ]}
        />
        <GivenParts />
        <FormTextarea name="reason" label="Why" rows={3} maxLength={limits.accountReason} required />
        <KeptWords place={notePlace(clientId, "harm-test")} />
      </ActionForm>
      {tests.length > 1 ? (
        <ul className="grid gap-2 mt-5 text-ink-2 text-small">
          {tests.slice(1).map(({ id, answer, by, at, reason }) => (
            <li key={id}>
              {harmAnswerWords[answer]}, {by}, {moment(at)}. {reason}
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
