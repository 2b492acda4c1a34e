import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { FormTextarea } from "@/components/forms/form-words";
import { Section } from "@/components/ui/section";
import type { CourseRecord, StepRecord } from "@/db/queries/clients/client-steps";
import type { ClientStepKind } from "@/lib/clients/client-step";
import { formatLongDay } from "@/lib/format";
import { limits } from "@/lib/limits";
import { counted } from "@/lib/plural";
import { begin } from "../actions";

type Props = {
  clientId: string;
  courses: readonly CourseRecord[];
  steps: readonly StepRecord[];
  mayChange: boolean;
  today: string;
  moment: (at: Date) => string;
};

const did: Record<ClientStepKind, string> = {
  "course-begun": "A course begun",
  "invitation-revoked": "The invitation taken back",
  discharged: "Discharged",
  returned: "Taken back into care",
  merged: "Merged into another record",
  removed: "Removed",
  erased: "Erased",
};

/** Each course of the weeks with this person, and beginning another one on the same record and sign-in. */
export function Courses({ clientId, courses, steps, mayChange, today, moment }: Props) {
  if (courses.length === 0 && !mayChange) return null;
  return (
    <Section id="courses" title="Courses">
      {courses.length === 0 ? (
        <p>No weeks: a portal of their own, without a protocol. Weeks can begin at any time.</p>
      ) : null}
      <ol className="grid gap-2 list-none">
        {courses.map(({ id, startDate, version, logged }, index) => (
          <li key={id}>
            Course {index + 1}, week 1 from {formatLongDay(startDate, today)}
            <span className="block text-ink-2 text-small">
              {version}. {counted(logged, "exercise")} logged.
            </span>
          </li>
        ))}
      </ol>
      {courses.length > 1 ? (
        <p className="mt-2.5 text-ink-2 text-small">
          The newest is the path. What was written and answered in earlier ones stands under Written and Assessments.
        </p>
      ) : null}
      {mayChange ? (
        <div className="mt-2.5">
          <ActionForm
            key={courses.length}
            action={begin}
            fold={courses.length === 0 ? "Begin weeks of their own" : "Begin again at week 1"}
            submit="Begin a new course"
            busy="Beginning…"
            look="outline"
            small
          >
            <input type="hidden" name="id" value={randomUUID()} />
            <input type="hidden" name="clientId" value={clientId} />
            <p className="text-ink-2 text-small">
              {courses.length === 0
                ? "Ten weeks with exercises and assessments, from a baseline on. Nobody is written to before the first day."
                : "The weeks that run end today, and what waits to be answered of them is withdrawn. The new ones are asked for anew, from a baseline on. Record, sign-in and everything earlier stay; nobody is written to before the first day."}
            </p>
            <FormField name="startDate" label="Week 1 begins on" type="date" defaultValue={today} required />
            <FormTextarea name="reason" label="Why" rows={2} maxLength={limits.accountReason} required />
          </ActionForm>
        </div>
      ) : null}
      {steps.length > 0 ? (
        <ul className="grid gap-2 mt-2.5 text-ink-2 text-small">
          {steps.map(({ id, kind, reason, by, at }) => (
            <li key={id} className="wrap-anywhere">
              {did[kind]} by {by}, {moment(at)}. {reason}
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
