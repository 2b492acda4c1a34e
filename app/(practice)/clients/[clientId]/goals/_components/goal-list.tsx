import { ActionForm } from "@/components/forms/action-form";
import { FormSelect } from "@/components/forms/form-fields";
import { FormChoices, FormTextarea } from "@/components/forms/form-words";
import { theirWords } from "@/components/ui/their-words";
import type { BegunSession } from "@/db/queries/goals/goals";
import { formatLongDay, formatMoment, inSentence } from "@/lib/format";
import {
  agreedHow,
  agreedWith,
  type Goal,
  type GoalReview,
  type GoalStep,
  goalReviews,
  goalStepWords,
  isOpenAfter,
  measureWords,
  newestStep,
} from "@/lib/goals/goal";
import { limits } from "@/lib/limits";
import { alterGoal, lookAtGoal, writeGoal } from "../actions";
import { GoalFields } from "./goal-fields";
import { Became, type Clock, Doings, folded, KeptThings } from "./kept-things";

type Props = {
  goals: readonly Goal[];
  clientId: string;
  firstName: string;
  sessions: readonly BegunSession[];
  mayChange: boolean;
  clock: Clock;
};

const reviewLabels: Record<GoalReview, string> = {
  "going-on": "Go on with it",
  met: "Met",
  "let-go": "Let it go",
};

/** Each goal with what was agreed, what can be said of it now, and all that became of it. */
export function GoalList({ goals, clientId, firstName, sessions, mayChange, clock }: Props) {
  const forms = { firstName, sessions, mayChange, clock };
  return (
    <KeptThings
      all={goals}
      stands={(goal) => isOpenAfter(newestStep(goal).kind)}
      empty={{
        title: "No goal is written down",
        text: `What ${firstName} wants to come of it stands here once you agree on it.`,
      }}
      overTitle="Met, and let go"
      adding={
        mayChange
          ? {
              ...{ action: writeGoal, fold: "Write a goal down", submit: "Write it down", busy: "Writing…", clientId },
              fields: <GoalFields firstName={firstName} today={clock.today} />,
            }
          : null
      }
      gap="gap-6"
      row={(goal) => <OneGoal key={goal.id} goal={goal} {...forms} />}
    />
  );
}

type OneProps = Omit<Props, "goals" | "clientId"> & { goal: Goal };

function OneGoal({ goal, firstName, sessions, mayChange, clock }: OneProps) {
  const step = newestStep(goal);
  const isOpen = isOpenAfter(step.kind);
  const hidden = (
    <>
      <input type="hidden" name="goalId" value={goal.id} />
      <input type="hidden" name="seen" value={step.ordinal} />
    </>
  );
  return (
    <li className="grid gap-2 border-b border-line pb-5 last:border-0">
      <q className="font-serif text-base leading-quote" {...theirWords}>
        {step.words}
      </q>
      <p className="text-small text-ink-2">{agreementWords(step, clock.today)}</p>
      {mayChange ? (
        <Doings>
          <ActionForm
            key={`review.${step.ordinal}`}
            action={lookAtGoal}
            fold={isOpen ? "Look at it together" : "Take it up again"}
            submit={isOpen ? "Keep it" : "Take it up again"}
            busy="Keeping it…"
            look="outline"
            small
            className={folded}
          >
            {hidden}
            {isOpen ? (
              <FormChoices
                name="kind"
                legend="What you agreed"
                choices={goalReviews.map((value) => ({ value, label: reviewLabels[value] }))}
                required
              />
            ) : (
              <input type="hidden" name="kind" value="going-on" />
            )}
            <SessionChoice sessions={sessions} clock={clock} />
            <FormTextarea
              name="note"
              label="What was said about it, if you wish"
              hint="Staff read it."
              rows={2}
              maxLength={limits.goalNote}
            />
          </ActionForm>
          {isOpen ? (
            <ActionForm
              key={`change.${step.ordinal}`}
              action={alterGoal}
              fold="Change it"
              submit="Change it"
              busy="Changing…"
              look="outline"
              small
              className={folded}
            >
              {hidden}
              <GoalFields firstName={firstName} today={clock.today} given={step} />
            </ActionForm>
          ) : null}
        </Doings>
      ) : null}
      <GoalHistory goal={goal} clock={clock} />
    </li>
  );
}

/** “A line on connection at 7. Agreed with the client, in a session, on 3 November. In the portal.” */
function agreementWords(step: GoalStep, today: string): string {
  const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);
  return [
    step.measure === null ? "Without a line." : `A line on ${measureWords(step.measure)} at ${step.line}.`,
    `Agreed with ${lower(agreedWith[step.agreedWith])}, ${lower(agreedHow[step.agreedHow])}, on ${formatLongDay(step.agreedOn, today)}.`,
    step.isShown ? "Its words stand in the portal." : "It is not in the portal.",
  ].join(" ");
}

function SessionChoice({ sessions, clock }: Pick<Props, "sessions" | "clock">) {
  const options = [
    ...sessions.map(({ id, startsAt }) => ({ value: id, label: formatMoment(startsAt, clock.now, clock.zone) })),
    { value: "", label: "Outside of a session that stands here" },
  ];
  return (
    <FormSelect
      name="appointmentId"
      label="In which session"
      options={options}
      defaultValue={options[0]?.value ?? ""}
    />
  );
}

function GoalHistory({ goal, clock: { now, zone, today } }: { goal: Goal; clock: Clock }) {
  const before = ({ ordinal }: GoalStep) => goal.steps.find((one) => one.ordinal === ordinal - 1)?.kind ?? null;
  return (
    <Became
      steps={goal.steps}
      said={(step) => (
        <>
          {step.by} {goalStepWords(step.kind, before(step))}, {inSentence(formatMoment(step.at, now, zone))}
          {step.reviewedAt ? `, in the session of ${inSentence(formatMoment(step.reviewedAt, now, zone))}` : ""}.
          {step.kind === "set" || step.kind === "changed" ? (
            <span className="block text-ink-2">
              <q {...theirWords}>{step.words}</q> {agreementWords(step, today)}
            </span>
          ) : null}
          {step.note ? (
            <q className="block text-ink-2" {...theirWords}>
              {step.note}
            </q>
          ) : null}
        </>
      )}
    />
  );
}
