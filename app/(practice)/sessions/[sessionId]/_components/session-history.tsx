import type { Appointment } from "@/db/queries/appointments/appointment-rows";
import type { AppointmentStepRecord } from "@/db/queries/appointments/appointments";
import { stepWords } from "@/lib/appointments/appointment";
import { type Clock, namesOf, nearWords, whenWords } from "../../../_sessions/session-view";

type Props = { one: Appointment; steps: readonly AppointmentStepRecord[]; clock: Clock };

/** Every step with who and when, the newest first: nothing of it is ever written over. */
export function SessionHistory({ one, steps, clock }: Props) {
  return (
    <ol className="grid gap-2.5">
      {steps.map((step) => (
        <li key={step.ordinal} className="grid">
          <span>
            {whenWords(step.startsAt, clock)}: {stepWords(step.kind, step.cause, namesOf(one))}
          </span>
          <span className="text-small text-ink-2">
            {step.decidedBy}, {nearWords(step.decidedAt, clock)}
            {step.reason ? `: ${step.reason}` : ""}
          </span>
        </li>
      ))}
    </ol>
  );
}
