import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { questionsWords, setWords, usersOf } from "@/lib/assessments/build/answers";
import { languageMarks } from "@/lib/assessments/language-marks";
import { scoreOf } from "@/lib/assessments/option-score";
import { paths, within } from "@/lib/paths";
import { minus } from "@/lib/signed";
import { type KeyParams, loadInstrument } from "@/server/load-instrument";
import { PracticePage } from "../../../_shell/practice-page";
import { DraftHead } from "../_components/draft-head";
import { notADraft } from "../_components/not-a-draft";
import { LandHere } from "../build/_components/land-here";
import { dropSet } from "../build/actions";
import { AnswersForm } from "./_components/answers-form";

export const metadata: Metadata = { title: "Answers" };

type Search = Record<"open" | "at", string | string[] | undefined>;
type Props = { params: KeyParams; searchParams: Promise<Search> };

/** The sets of answers. Several questions can share one: what is changed here is changed for all of them. */
export default async function AnswersPage({ params, searchParams }: Props) {
  const { data, session } = await loadInstrument(params, { edits: true, prefer: "draft" });
  const search = await searchParams;
  const [open, at] = [[search.open].flat()[0], [search.at].flat()[0]];
  const { page, shown } = data;
  // In the order of the first question of each: a database keeps no order of keys.
  const sets = Object.entries(shown.optionSets)
    .map(([set, options]) => ({ set, options, places: usersOf(shown, set) }))
    .toSorted((a, b) => (a.places[0] ?? Infinity) - (b.places[0] ?? Infinity));
  const { answers } = paths.instrument(page.key);
  return (
    <PracticePage session={session} beside="same">
      <DraftHead page={page} tab="answers" />
      {notADraft(page, true) ?? (
        <div className="mt-6 grid max-w-219 gap-10">
          {sets.map(({ set, options, places }) => {
            return (
              <Section
                key={set}
                id={`set-${set}`}
                title={setWords(options)}
                sub={places.length > 0 ? `Answers ${questionsWords(places)}` : "No question uses them"}
                action={
                  open === set ? undefined : (
                    <LinkButton href={within(answers, `?open=${set}#edit`)} small>
                      Edit<span className="sr-only"> {setWords(options)}</span>
                    </LinkButton>
                  )
                }
              >
                {open === set ? (
                  <div id="edit">
                    <AnswersForm formKey={page.key} set={set} options={options} />
                  </div>
                ) : (
                  <ol className="list-none">
                    {options.map((option) => (
                      <li key={option.value} className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-3 py-1">
                        <span className="text-ink-2 tabular-nums">
                          {scoreOf(option) === null ? "–" : minus(scoreOf(option) ?? 0)}
                        </span>
                        <span {...languageMarks(shown.locale)} className="text-start">
                          {option.label ?? <span className="text-ink-3">No words yet</span>}
                        </span>
                      </li>
                    ))}
                  </ol>
                )}
                {places.length === 0 ? (
                  <ActionForm
                    action={dropSet}
                    submit="Remove these answers"
                    busy="Removing…"
                    look="quiet"
                    small
                    className="mt-2"
                  >
                    <input type="hidden" name="key" value={page.key} />
                    <input type="hidden" name="set" value={set} />
                  </ActionForm>
                ) : null}
              </Section>
            );
          })}
          {open === "" ? (
            <Section id="edit" title="New answers">
              <AnswersForm formKey={page.key} set="" options={[]} />
            </Section>
          ) : (
            <p>
              <LinkButton href={within(answers, "?open=#edit")}>Add a set of answers</LinkButton>
            </p>
          )}
        </div>
      )}
      {at ? <LandHere id={`set-${at}`} /> : null}
    </PracticePage>
  );
}
