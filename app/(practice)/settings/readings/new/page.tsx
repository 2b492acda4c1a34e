import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { getReadingExercises } from "@/db/queries/learn/readings";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../../_shell/practice-page";
import { ReadingForm } from "../_components/reading-form";
import { keepDraft } from "../actions";

export const metadata: Metadata = { title: "A reading of your own" };

const empty = { title: "", summary: "", body: "", question: "", weeks: "", exercises: [] };

export default async function NewReadingPage() {
  const { data: exercises, session } = await loadForStaff(getReadingExercises);
  return (
    <PracticePage session={session} beside="same">
      <Crumb href="/settings/readings">Readings</Crumb>
      <PageHead title="A reading of your own" sub="Kept as a draft first. Clients see it once you publish it." />
      <div className="[&>form]:max-w-160 [&>section]:mb-0 grid gap-10 mt-5 grid-cols-1 max-w-219">
        <ReadingForm action={keepDraft} formKey="" given={empty} exercises={exercises} />
      </div>
    </PracticePage>
  );
}
