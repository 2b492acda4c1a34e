import type { Metadata } from "next";
import { Fragment } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { placeOf } from "@/lib/assessments/build/places";
import type { Instrument, Item } from "@/lib/assessments/instrument";
import { paths, within } from "@/lib/paths";
import { counted } from "@/lib/plural";
import { type KeyParams, loadInstrument } from "@/server/load-instrument";
import { PracticePage } from "../../../_shell/practice-page";
import { DraftChecks } from "../_components/draft-checks";
import { DraftHead } from "../_components/draft-head";
import { notADraft } from "../_components/not-a-draft";
import { ArrangeForm } from "./_components/arrange-form";
import { LandHere } from "./_components/land-here";
import { QuestionForm } from "./_components/question-form";
import { QuestionRow } from "./_components/question-row";

export const metadata: Metadata = { title: "Questions" };

type Search = Record<"open" | "after" | "at", string | string[] | undefined>;
type Props = { params: KeyParams; searchParams: Promise<Search> };

/** The questions of a draft in their order. One of them is open at a time, or a new one. */
export default async function BuildPage({ params, searchParams }: Props) {
  const { data, session } = await loadInstrument(params, { edits: true, prefer: "draft" });
  const search = await searchParams;
  const said = (name: keyof Search) => [search[name]].flat()[0];
  const { page, shown } = data;
  const instead = notADraft(page, true);
  const { build, paste, wording } = paths.instrument(page.key);
  const open = said("open");
  const after = said("after");
  const at = said("at");
  const has = (id: string) => shown.items.some((item) => item.id === id);
  /** Opened, and taken out by somebody meanwhile: it opens as a new one, so that no words are lost. */
  const isGone = open !== undefined && !has(open);
  const isAtEnd = after !== undefined && after !== "first" && !has(after);
  return (
    <PracticePage session={session} beside="same">
      <DraftHead page={page} tab="build" />
      {instead ?? (
        <div className="mt-6 grid grid-cols-[minmax(0,1fr)_340px] gap-x-14 max-side:grid-cols-1">
          <div className="min-w-0">
            <Section
              id="questions"
              title={counted(shown.items.length, "question")}
              action={
                <div className="flex flex-wrap gap-2.5 print:hidden">
                  <LinkButton href={paste} small>
                    Paste a table
                  </LinkButton>
                  <LinkButton href={wording} small>
                    All words at once
                  </LinkButton>
                  <LinkButton href={within(build, "?after=#edit")} small look="filled">
                    Add a question
                  </LinkButton>
                </div>
              }
            >
              <ArrangeForm formKey={page.key} />
              <ol className="list-none">
                {after === "first" ? <Editor instrument={shown} item={null} after="first" /> : null}
                {shown.items.map((item, i) => (
                  <Fragment key={item.id}>
                    {item.id === open ? (
                      <Editor instrument={shown} item={item} after="" />
                    ) : (
                      <QuestionRow instrument={shown} item={item} place={i + 1} isLast={i + 1 === shown.items.length} />
                    )}
                    {item.id === after ? <Editor instrument={shown} item={null} after={after} /> : null}
                  </Fragment>
                ))}
                {isAtEnd || isGone ? <Editor instrument={shown} item={null} after="" isGone={isGone} /> : null}
              </ol>
            </Section>
          </div>
          <aside className="min-w-0 max-side:mt-10" aria-label="What is missing">
            <DraftChecks instrument={shown} />
          </aside>
        </div>
      )}
      {at ? <LandHere id={`row-${at}`} /> : null}
    </PracticePage>
  );
}

type EditorProps = { instrument: Instrument; item: Item | null; after: string; isGone?: boolean };

/** The question that the address opens, at its place in the list. */
function Editor({ instrument, item, after, isGone = false }: EditorProps) {
  const place = item ? placeOf(instrument, item.id) : null;
  return (
    <li id="edit" className="border-b-[1.5px] border-ink bg-surface px-4 pt-4 pb-6 -mx-4">
      <h3 className="mb-4 font-serif text-section font-semibold">{place ? `Question ${place}` : "A new question"}</h3>
      {isGone ? (
        <Notice tone="attention" title="The question that was open here is not in the draft any more">
          Somebody took it out. What you save now is added at the end.
        </Notice>
      ) : null}
      <QuestionForm instrument={instrument} item={item} after={after} />
    </li>
  );
}
