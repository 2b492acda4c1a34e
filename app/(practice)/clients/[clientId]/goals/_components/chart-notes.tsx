import { ActionForm } from "@/components/forms/action-form";
import { FormField } from "@/components/forms/form-fields";
import { FormCheckbox } from "@/components/forms/form-words";
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
import { Became, type Clock, Doings, folded, KeptThings } from "./kept-things";

type Props = {
  notes: readonly ChartNote[];
  clientId: string;
  firstName: string;
  mayChange: boolean;
  clock: Clock;
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
  return (
    <KeptThings
      all={notes}
      stands={({ id }) => standing.has(id)}
      empty={{
        title: "No note on the chart",
        text: "A move, a loss, a holiday: what happened beside the path, on its day.",
      }}
      overTitle="Taken off the chart"
      adding={
        mayChange
          ? {
              ...{ action: addNote, fold: "Put something on the chart" },
              ...{ submit: "Put it on the chart", busy: "Keeping it…", clientId },
              fields: <NoteFields firstName={firstName} given={null} today={clock.today} />,
            }
          : null
      }
      gap="gap-5"
      row={(note) => <OneNote key={note.id} note={note} firstName={firstName} mayChange={mayChange} clock={clock} />}
    />
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
  const { now, zone, today } = clock;
  const hidden = (
    <>
      <input type="hidden" name="noteId" value={note.id} />
      <input type="hidden" name="seen" value={step.ordinal} />
    </>
  );
  return (
    <li className="grid gap-1.5 border-b border-line pb-4 last:border-0">
      <p>
        <b>{formatLongDay(step.date, today)}</b>{" "}
        <span className="wrap-anywhere" {...theirWords}>
          {step.words}
        </span>
      </p>
      <p className="text-small text-ink-2">{step.isShown && !isOff ? `${firstName} reads it.` : "For staff alone."}</p>
      {mayChange ? (
        <Doings>
          {isOff ? null : (
            <ActionForm
              key={`edit.${step.ordinal}`}
              action={editNote}
              fold="Change it"
              submit="Change it"
              busy="Changing…"
              look="outline"
              small
              className={folded}
            >
              {hidden}
              <NoteFields firstName={firstName} given={step} today={today} />
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
        </Doings>
      ) : null}
      <Became
        steps={note.steps}
        said={(one) => (
          <>
            {one.by} {did[one.kind]}, {inSentence(formatMoment(one.at, now, zone))}.
            {one.kind === "added" || one.kind === "edited" ? (
              <span className="block text-ink-2">
                {formatLongDay(one.date, today)}, <q {...theirWords}>{one.words}</q>
                {one.isShown ? ", also for the client" : ", for staff alone"}
              </span>
            ) : null}
          </>
        )}
      />
    </li>
  );
}
