import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { lookOf, markedQuestions } from "@/lib/instruments/critical-marks";
import { plural } from "@/lib/plural";
import { type KeyParams, loadInstrument } from "@/server/load-instrument";
import { PracticePage } from "../../../_shell/practice-page";
import { DraftHead } from "../_components/draft-head";
import { saveCritical } from "../actions";

export const metadata: Metadata = { title: "Critical answers" };

/** Answer by answer: which of them needs somebody today. Nothing is published before somebody looked. */
export default async function CriticalPage({ params }: { params: KeyParams }) {
  const { data, session } = await loadInstrument(params, { edits: true, prefer: "draft" });
  const { page, shown } = data;
  const questions = markedQuestions(shown);
  const others = shown.items.filter(({ kind }) => kind !== "choice" && kind !== "display").length;
  return (
    <PracticePage session={session} beside="same">
      <DraftHead page={page} tab="critical" />
      <p className="mt-4 mb-6 max-w-[65ch] text-ink-2">
        A marked answer acts as soon as it is given, also in a draft that is never sent: it shows where to turn, opens a
        safety event and writes to whoever has the turn. Mark what must not wait: thoughts of dying or self-harm,
        violence, a child at risk. Go through all of them; if none is critical, save without a mark.
      </p>
      {others > 0 ? (
        <Notice tone="attention" title="Words and numbers cannot be marked">
          {plural(others, "One question is", `${others} questions are`)} answered in words or numbers. Nobody is alarmed
          by what stands there: it is read when it is sent.
        </Notice>
      ) : null}
      {page.draft ? (
        <ActionForm
          action={saveCritical}
          submit="I have looked at every answer"
          busy="Saving…"
          className="[&>[data-look]]:justify-self-start [&_fieldset]:grid [&_fieldset]:gap-3 [&_fieldset]:m-0 [&_fieldset]:p-0 [&_fieldset]:border-0 [&_fieldset]:min-w-0 [&_legend]:mb-2 [&_legend]:p-0 [&_legend]:font-semibold [&_legend]:text-section [&_legend]:leading-snug [&_legend]:font-serif grid gap-5 max-w-180"
        >
          <input type="hidden" name="key" value={page.key} />
          <input type="hidden" name="look" value={lookOf(shown)} />
          {questions.map(({ id, text, answers }) => (
            <fieldset key={id} className="grid gap-2 [&>legend]:mb-1 [&>legend]:font-semibold [&_label]:font-normal">
              <legend>{text ?? `Question ${id}`}</legend>
              {answers.map(({ mark, label, isMarked, isFixed }) => (
                <Checkbox
                  key={mark}
                  id={`mark-${mark}`}
                  name="marks[]"
                  value={mark}
                  defaultChecked={isMarked}
                  disabled={isFixed}
                  label={
                    <>
                      <span className="sr-only">{text ?? `Question ${id}`}: </span>
                      {label}
                    </>
                  }
                  sub={isFixed ? "Critical as it ships." : undefined}
                />
              ))}
            </fieldset>
          ))}
        </ActionForm>
      ) : (
        <Notice tone="plain" title="The version in use stays as it is">
          Start a new version to mark answers in it.
        </Notice>
      )}
    </PracticePage>
  );
}
