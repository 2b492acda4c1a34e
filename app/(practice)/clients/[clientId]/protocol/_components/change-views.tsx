import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import type { IconName } from "@/components/ui/icon";
import { type Option, Select } from "@/components/ui/select";
import type { Exercise } from "@/lib/exercises/exercise";
import type { ChangeScope } from "@/lib/protocol/changes/change-scope";
import { openReplacements } from "@/lib/protocol/changes/swap-fault";
import type { Change, ChangeKind, ChangeOf } from "@/lib/protocol/decision";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { doseChoices, doseKey } from "@/lib/protocol/dose-choices";
import type { ProtocolPath } from "@/lib/protocol/path";

/** What the fields of a change are drawn from. `earliest`: the first day on which a span can end. */
export type Around = {
  version: ProtocolVersion;
  path: ProtocolPath;
  exercises: readonly Exercise[];
  today: string;
  earliest: string;
};

type ChangeView<C> = {
  icon: IconName;
  /** What there is to choose about it; left out where there is nothing. */
  fields?(change: C, around: Around): ReactNode;
};

const scopes: Option[] = [
  { value: "this-week", label: "This week only" },
  { value: "onward", label: "From here on" },
];

const optionsOf = (exercises: readonly Exercise[]): Option[] =>
  exercises.map(({ key, title }) => ({ value: key, label: title }));

type OfExercise = { label: string; exercises: readonly Exercise[]; chosen: string; scope: ChangeScope };

function ExerciseFields({ label, exercises, chosen, scope, children }: OfExercise & { children?: ReactNode }) {
  return (
    <>
      <Select id="exercise" label={label} options={optionsOf(exercises)} defaultValue={chosen} />
      {children}
      <Select id="scope" label="For how long" options={scopes} defaultValue={scope} />
    </>
  );
}

function Until({ label, hint, until, min }: { label: string; hint: string; until: string | null; min: string }) {
  return (
    <Field
      key={`until-${until}`}
      id="until"
      label={label}
      type="date"
      min={min}
      hint={hint}
      defaultValue={until ?? ""}
    />
  );
}

/** The card and the fields of every kind; a kind without an entry is a type error. */
const changeViews: { [Kind in ChangeKind]: ChangeView<ChangeOf<Kind>> } = {
  hold: { icon: "pause" },
  release: { icon: "forward" },
  repeat: { icon: "repeat" },
  swap: {
    icon: "swap",
    fields: ({ from, to, scope }, { version, path, exercises }) => {
      const swapped = exercises.find(({ key }) => key === from);
      const others = swapped ? openReplacements(version, path, swapped, scope) : [];
      return (
        <ExerciseFields label="Instead of" exercises={exercises} chosen={from} scope={scope}>
          <Select id="to" label="Practise" options={optionsOf(others)} defaultValue={to} />
        </ExerciseFields>
      );
    },
  },
  drop: {
    icon: "minus",
    fields: ({ exercise, scope }, { exercises }) => (
      <ExerciseFields label="Exercise" exercises={exercises} chosen={exercise} scope={scope} />
    ),
  },
  dose: {
    icon: "settings",
    fields: ({ exercise, dose, scope }, { exercises }) => (
      <ExerciseFields label="Exercise" exercises={exercises} chosen={exercise} scope={scope}>
        <Select id="dose" label="How often" options={doseChoices} defaultValue={doseKey(dose)} />
      </ExerciseFields>
    ),
  },
  pause: {
    icon: "clock",
    fields: ({ until }, { earliest }) => (
      <Until label="Start again on" hint="Leave empty to pause until you resume." until={until} min={earliest} />
    ),
  },
  resume: { icon: "forward" },
  "own-steps": {
    icon: "person",
    fields: ({ from, until }, { today, earliest }) => (
      <>
        <Field key={from} id="from" label="From" type="date" min={today} defaultValue={from} />
        <Until label="As usual again on" hint="Leave empty to go on until you undo it." until={until} min={earliest} />
      </>
    ),
  },
  end: {
    icon: "close",
    fields: ({ followUps }) => (
      <Select
        id="followUps"
        label="Follow-ups"
        options={[
          { value: "yes", label: "Keep them planned" },
          { value: "no", label: "Leave them out" },
        ]}
        defaultValue={followUps ? "yes" : "no"}
      />
    ),
  },
  extend: {
    icon: "plus",
    fields: ({ weeks }) => (
      <Select
        id="weeks"
        label="Weeks to add"
        options={[1, 2, 3, 4, 6, 8].map((n) => ({ value: String(n), label: String(n) }))}
        defaultValue={String(weeks)}
      />
    ),
  },
  undo: { icon: "back" },
};

export const iconOf = (kind: ChangeKind): IconName => changeViews[kind].icon;

/** The fields of a change; null where there is nothing to choose. */
export function fieldsOf(change: Change, around: Around): ReactNode {
  const view: ChangeView<Change> = changeViews[change.kind];
  return view.fields?.(change, around) ?? null;
}
