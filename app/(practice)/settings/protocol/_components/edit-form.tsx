"use client";

import { useActionState } from "react";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import { type FormState, idle } from "@/lib/domain/form-state";
import type { ProtocolVersion } from "@/lib/domain/protocol/definition";
import { doseChoices } from "@/lib/domain/protocol/dose-choices";
import { doseIn, exerciseField, weekField } from "@/lib/domain/protocol/edit-form";

type Props = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  versionId: string;
  version: ProtocolVersion;
};

const doses = [{ value: "", label: "Not this week" }, ...doseChoices];

/** Texts and doses of a draft. Measures, guided pages and what the safety gate closes stay as they are. */
export function EditForm({ action, versionId, version }: Props) {
  const [state, send] = useActionState(action, idle);
  const field = (name: string, now: string) => {
    const typed = state.status === "refused" ? state.values?.[name] : undefined;
    const defaultValue = typeof typed === "string" ? typed : now;
    return { id: name, name, defaultValue, error: state.fields?.[name] };
  };
  const hasFault = (prefix: string) => Object.keys(state.fields ?? {}).some((name) => name.startsWith(prefix));
  return (
    <form action={send} className="stack" noValidate>
      {state.message ? (
        <Notice tone={state.status === "refused" ? "attention" : "plain"} title={state.message} announce />
      ) : null}
      <input type="hidden" name="versionId" value={versionId} />
      <Field {...field("title", version.title)} label="Name of the protocol" maxLength={80} />
      <Textarea {...field("summary", version.summary)} label="In a few sentences" rows={3} maxLength={600} />
      <fieldset className="edit-part">
        <legend>Exercises</legend>
        <p className="hint">Write {"{partner}"} where the partner's name belongs.</p>
        {version.exercises.map(({ key, title, instructions, purpose, minutes }) => (
          <details className="more" key={key} open={hasFault(`exercise.${key}.`) || undefined}>
            <summary>{title}</summary>
            <div className="stack">
              <Field {...field(exerciseField(key, "title"), title)} label="Name" maxLength={80} />
              <Textarea
                {...field(exerciseField(key, "instructions"), instructions)}
                label="For the client: what to do"
                rows={4}
                maxLength={900}
              />
              <Textarea
                {...field(exerciseField(key, "purpose"), purpose)}
                label="For the therapist: what it tests"
                rows={4}
                maxLength={600}
              />
              <Field {...field(exerciseField(key, "minutes"), String(minutes))} label="Minutes" inputMode="numeric" />
            </div>
          </details>
        ))}
      </fieldset>
      <fieldset className="edit-part">
        <legend>Weeks</legend>
        {version.weeks.map(({ number, phase }) => (
          <details className="more" key={number} open={hasFault(`week.${number}.`) || undefined}>
            <summary>
              Week {number}, {version.phases[phase - 1]?.title}
            </summary>
            <div className="dose-fields">
              {version.exercises.map(({ key, title }) => (
                <DoseSelect key={key} label={title} {...field(weekField(number, key), doseIn(version, number, key))} />
              ))}
            </div>
          </details>
        ))}
      </fieldset>
      <div className="row">
        <SubmitButton look="filled" busy="Keeping…">
          Keep the draft
        </SubmitButton>
      </div>
    </form>
  );
}

/** Made anew when its choice changes: a form that is reset leaves a select where it began. */
function DoseSelect(props: {
  id: string;
  name: string;
  label: string;
  defaultValue: string;
  error: string | undefined;
}) {
  return <Select {...props} key={props.defaultValue} options={doses} />;
}
