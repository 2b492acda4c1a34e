import type { Metadata } from "next";
import { ReadingBody } from "@/components/learn/reading-body";
import { WhereToTurn } from "@/components/learn/where-to-turn";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/ui/section";
import { getReadingExercises, getReadingPage } from "@/db/queries/learn/readings";
import { revisionOfWords } from "@/lib/drafts/standing-words";
import { NotFound } from "@/lib/errors";
import { formOfReading, wordsOfReading } from "@/lib/learn/reading-form";
import { isSafetyReading } from "@/lib/learn/where-to-turn";
import { can } from "@/lib/policy";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../../_shell/practice-page";
import { ReadingForm } from "../_components/reading-form";
import { keepDraft } from "../actions";
import { historyLines, statusWords } from "../publication-words";
import { PublishDraft } from "./_components/publish-draft";
import { TakeBack } from "./_components/take-back";

export const metadata: Metadata = { title: "Reading" };

export default async function ReadingPage({ params }: { params: Promise<{ key: string }> }) {
  const { key } = await params;
  const { data, session } = await loadForStaff(async (scope) => {
    const { history, base, ...standing } = await getReadingPage(scope, key);
    if (!base) throw new NotFound();
    const exercises = can(scope.actor, "readings.edit") ? await getReadingExercises(scope) : null;
    return { ...standing, base, exercises, lines: historyLines(history, scope.now, scope.actor.zone) };
  });
  const { base, draft, current, exercises, lines } = data;
  const shown = draft ?? current ?? base;
  return (
    <PracticePage session={session} beside="same">
      <Crumb href="/settings/readings">Readings</Crumb>
      <PageHead title={shown.title} sub={statusWords(data, lines)} />
      <div
        className={
          exercises
            ? "min-[73.75em]:gap-x-14 min-[73.75em]:grid-cols-[minmax(0,640px)_390px] min-[73.75em]:grid-rows-[auto_auto_1fr] min-[73.75em]:max-w-none [&_[data-preview]]:mx-0! [&_[data-preview]]:max-w-97.5! min-[73.75em]:[&>section:has([data-preview])]:[grid-area:1/2/span_3] grid gap-10 mt-5 grid-cols-1 max-w-219"
            : "[&>form]:max-w-160 [&>section]:mb-0 grid gap-10 mt-5 grid-cols-1 max-w-219"
        }
      >
        {exercises ? (
          <Section id="words" title="Words">
            <ReadingForm
              action={keepDraft}
              formKey={key}
              given={formOfReading(base)}
              exercises={exercises}
              seen={revisionOfWords(wordsOfReading(base))}
            />
          </Section>
        ) : null}
        <Section
          id="preview"
          title="As a client reads it"
          sub={draft ? "The draft. Clients go on reading what stands until you publish it." : undefined}
        >
          {draft && exercises ? <PublishDraft readingKey={key} /> : null}
          <div data-preview className="mt-6 mx-auto border border-edge overflow-hidden max-w-160 rounded-[10px]">
            <article className="[&_[data-crumb]]:justify-self-start [&_[data-crumb]]:min-h-11 [&_[data-crumb]]:text-base grid gap-6 py-6 px-5 bg-surface">
              <ReadingBody reading={shown} level={2}>
                {isSafetyReading(key) ? (
                  <WhereToTurn level={3}>
                    <p className="text-ink-2 text-small">
                      Here follow the numbers of the client’s region. This part is always added and cannot be edited.
                    </p>
                  </WhereToTurn>
                ) : null}
              </ReadingBody>
            </article>
          </div>
        </Section>
        {exercises ? <TakeBack standing={data} /> : null}
        {lines.length > 0 ? (
          <Section id="history" title="What was done">
            <ul className="[&+form]:mt-4 list-none">
              {lines.map(({ id, words }) => (
                <li
                  className="flex gap-y-2 gap-x-6 py-3 border-b border-line flex-wrap justify-between items-center"
                  key={id}
                >
                  {words}
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </div>
    </PracticePage>
  );
}
