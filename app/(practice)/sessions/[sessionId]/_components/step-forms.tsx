import { ActionForm } from "@/components/forms/action-form";
import { FormChoices, FormTextarea } from "@/components/forms/form-words";
import type { Appointment } from "@/db/queries/appointments/appointment-rows";
import { causeName, causes, needsCause, nextSteps, type StepKind } from "@/lib/appointments/appointment";
import { formatTime } from "@/lib/format";
import { limits } from "@/lib/limits";
import { localDate } from "@/lib/time/zone";
import { type Clock, namesOf } from "../../../_sessions/session-view";
import { WhenFields } from "../../../_sessions/when-fields";
import { move, takeStep } from "../../actions";

const labels: Record<Exclude<StepKind, "booked" | "moved">, { fold: string; submit: string; about: string }> = {
  done: { fold: "It took place", submit: "Note that it took place", about: "" },
  missed: {
    fold: "It did not take place",
    submit: "Note it",
    about: "Only staff read it; no page of a client’s counts it.",
  },
  cancelled: {
    fold: "Call it off",
    submit: "Call it off",
    about: "Where it stands in the portal it says then that it was called off, and not why.",
  },
  kept: {
    fold: "Leave it at its time",
    submit: "Leave it",
    about: "Whoever asked for another time reads that you stay with this one.",
  },
  reopened: {
    fold: "Take it up again",
    submit: "Take it up again",
    about: "It is planned again, at the time that stands here.",
  },
};

/** What can happen to this session now, each behind a button of its own. */
export function StepForms({ one, clock }: { one: Appointment; clock: Clock }) {
  const next = nextSteps({ ...one, isAskedToMove: one.wishes.length > 0 }, clock.now);
  const hidden = (
    <>
      <input type="hidden" name="appointmentId" value={one.id} />
      <input type="hidden" name="seen" value={one.ordinal} />
    </>
  );
  return (
    <div className="flex flex-wrap items-start gap-2 [&>details[open]]:flex-[1_0_100%]">
      {next.map((kind) =>
        kind === "booked" ? null : kind === "moved" ? (
          <ActionForm
            key={`${kind}.${one.ordinal}`}
            action={move}
            fold="Move it"
            submit="Move it"
            busy="Moving…"
            look="outline"
            small
          >
            {hidden}
            <WhenFields
              zone={clock.zone}
              given={{
                date: localDate(one.startsAt, clock.zone),
                time: formatTime(one.startsAt, clock.zone),
                minutes: one.minutes,
                place: one.place,
              }}
              isUnlisted={!one.isListed}
            />
          </ActionForm>
        ) : (
          <ActionForm
            key={`${kind}.${one.ordinal}`}
            action={takeStep}
            fold={labels[kind].fold}
            submit={labels[kind].submit}
            busy="Keeping it…"
            look="outline"
            small
          >
            {hidden}
            <input type="hidden" name="kind" value={kind} />
            {labels[kind].about ? <p className="text-small text-ink-2">{labels[kind].about}</p> : null}
            {needsCause(kind) ? <Causes one={one} /> : null}
            {needsCause(kind) || kind === "reopened" ? (
              <FormTextarea
                name="reason"
                label="A word for staff, if you wish"
                rows={2}
                maxLength={limits.sessionReason}
              />
            ) : null}
          </ActionForm>
        ),
      )}
    </div>
  );
}

function Causes({ one }: { one: Appointment }) {
  const names = namesOf(one);
  const choices = causes
    .filter((cause) => names.second !== null || cause === "client" || cause === "therapist")
    .map((cause) => ({ value: cause, label: causeName(cause, names) }));
  return <FormChoices name="cause" legend="Because of whom" choices={choices} required />;
}
