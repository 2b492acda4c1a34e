import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { FormCheckbox } from "@/components/forms/form-words";
import { Empty } from "@/components/ui/empty";
import { theirWords } from "@/components/ui/their-words";
import {
  type ChartNote,
  type ChartNoteKind,
  type ChartNoteStep,
  newestOfNote,
  standingNotes,
} from "@/lib/connection/chart-note";
import { formatLongDay, formatMoment, inSentence } from "@/lib/format";
import { limits } from "@/lib/limits";
import { addNote, editNote, turnNote } from "../actions";
import type { GoalClock } from "./goal-list";

type Props = {
  notes: readonly ChartNote[];
  clientId: string;
  firstName: string;
  mayChange: boolean;
  clock: GoalClock;
};

const did: Record<ChartNoteKind, string> = {
  added: "wrote it",
  edited: "changed it",
  removed: "took it off the chart",
  restored: "put it back",
};

/** Notes on the chart by day; those that were taken off are behind a fold, with the way back. */
export function ChartNotes({ notes, clientId, firstName, mayChange, clock }: Props) {
  const standing = new Set(standingNotes(notes).map(({ id }) => id));
  const off = notes.filter(({ id }) => !standing.has(id));
  return (
    <>
      {standing.size === 0 ? (
        <Empty title="No note on the chart">
          A move, a loss, a holiday: what happened beside the path, on its day.
        </Empty>
      ) : (
        <ul className="grid gap-5">
          {notes
            .filter(({ id }) => standing.has(id))
            .map((note) => (
              <OneNote key={note.id} note={note} firstName={firstName} mayChange={mayChange} clock={clock} />
            ))}
        </ul>
      )}
      {mayChange ? (
        <div className="mt-5 print:hidden">
          <ActionForm
            key={`new.${notes.length}`}
            action={addNote}
            fold="Put something on the chart"
            submit="Put it on the chart"
            busy="Keeping it…"
            look="outline"
            className="grid max-w-140 gap-4 [&>[data-look]]:justify-self-start"
          >
            <input type="hidden" name="id" value={randomUUID()} />
            <input type="hidden" name="clientId" value={clientId} />
            <NoteFields firstName={firstName} given={null} today={clock.today} />
          </ActionForm>
        </div>
      ) : null}
      {off.length > 0 ? (
        <details className="mt-6">
          <summary>Taken off the chart</summary>
          <ul className="mt-4 grid gap-5">
            {off.map((note) => (
              <OneNote key={note.id} note={note} firstName={firstName} mayChange={mayChange} clock={clock} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function NoteFields({ firstName, given, today }: { firstName: string; given: ChartNoteStep | null; today: string }) {
  return (
    <>
      <FormField name="date" label="Day" type="date" defaultValue={given?.date ?? today} required />
      <FormField
        name="words"
        label="What happened"
        hint="A few words: they are named under the chart."
        maxLength={limits.chartNote}
        defaultValue={given?.words ?? ""}
        required
      />
      <FormCheckbox
        name="shown"
        isChecked={given?.isShown ?? false}
        label={`${firstName} reads it too`}
        sub="Under the chart on My path. Without this nothing of it goes to the portal."
      />
    </>
  );
}

type OneProps = Pick<Props, "firstName" | "mayChange" | "clock"> & { note: ChartNote };

function OneNote({ note, firstName, mayChange, clock }: OneProps) {
  const step = newestOfNote(note);
  const isOff = step.kind === "removed";
  const hidden = (
    <>
      <input type="hidden" name="noteId" value={note.id} />
      <input type="hidden" name="seen" value={step.ordinal} />
    </>
  );
  return (
    <li className="grid gap-1.5 border-b border-line pb-4 last:border-0">
      <p>
        <b>{formatLongDay(step.date, clock.today)}</b>{" "}
        <span className="wrap-anywhere" {...theirWords}>
          {step.words}
        </span>
      </p>
      <p className="text-small text-ink-2">{step.isShown && !isOff ? `${firstName} reads it.` : "For staff alone."}</p>
      {mayChange ? (
        <div className="flex flex-wrap items-start gap-2 print:hidden [&>details[open]]:flex-[1_0_100%]">
          {isOff ? null : (
            <ActionForm
              key={`edit.${step.ordinal}`}
              action={editNote}
              fold="Change it"
              submit="Change it"
              busy="Changing…"
              look="outline"
              small
              className="grid max-w-140 gap-4 [&>[data-look]]:justify-self-start"
            >
              {hidden}
              <NoteFields firstName={firstName} given={step} today={clock.today} />
            </ActionForm>
          )}
          <ActionForm
            key={`turn.${step.ordinal}`}
            action={turnNote}
            submit={isOff ? "Put it back" : "Take it off"}
            busy={isOff ? "Putting it back…" : "Taking it off…"}
            look="quiet"
            small
          >
            {hidden}
            <input type="hidden" name="kind" value={isOff ? "restored" : "removed"} />
          </ActionForm>
        </div>
      ) : null}
      {note.steps.length > 1 ? <NoteHistory note={note} clock={clock} /> : null}
    </li>
  );
}

function NoteHistory({ note, clock: { now, zone, today } }: { note: ChartNote; clock: GoalClock }) {
  return (
    <details>
      <summary>All that became of it</summary>
      <ol className="mt-2 grid gap-1.5 text-small">
        {note.steps.toReversed().map((step) => (
          <li key={step.ordinal}>
            {step.by} {did[step.kind]}, {inSentence(formatMoment(step.at, now, zone))}.
            {step.kind === "added" || step.kind === "edited" ? (
              <span className="block text-ink-2">
                {formatLongDay(step.date, today)}, <q {...theirWords}>{step.words}</q>
                {step.isShown ? ", also for the client" : ", for staff alone"}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </details>
  );
}
