import type { Metadata } from "next";
import { z } from "zod";
import { PhaseBar } from "@/components/charts/phase-bar";
import { ActionForm } from "@/components/forms/action-form";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/ui/section";
import { listShelf } from "@/db/queries/assessments/instruments";
import { listReadings } from "@/db/queries/learn/readings";
import { getProtocolVersion } from "@/db/queries/protocol/protocol-versions";
import { NotFound } from "@/lib/errors";
import { protocolPath } from "@/lib/protocol/schedule";
import { sizeWords } from "@/lib/protocol/version-changes";
import { addDays } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";
import { loadForStaff } from "@/server/load";
import { PathTable } from "../../../_protocol/path-table";
import { dayNames, pathView } from "../../../_protocol/path-view";
import { PracticePage } from "../../../_shell/practice-page";
import { EditForm } from "../_components/edit-form";
import { ExerciseTexts } from "../_components/exercise-texts";
import { discard } from "../actions";

export const metadata: Metadata = { title: "Protocol version" };

type Props = {
  params: Promise<{ versionId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function VersionPage({ params, searchParams }: Props) {
  const id = z.uuid().safeParse((await params).versionId);
  const { at } = await searchParams;
  const { data, session } = await loadForStaff(async (scope) => {
    if (!id.success) throw new NotFound();
    const today = localDate(scope.now, scope.actor.zone);
    const version = await getProtocolVersion(scope, id.data);
    const isDraft = version.publishedAt === null;
    return {
      ...version,
      today,
      shelf: isDraft ? await listShelf(scope) : [],
      readings: isDraft ? await listReadings(scope) : [],
    };
  });
  const { definition: version, today } = data;
  const path = protocolPath({
    version,
    enrolment: { startDate: addDays(today, 1), zone: session.actor.zone },
    decisions: [],
    today,
  });
  // What was put away is offered only where the draft asks for it already: it would else lose its measure unseen.
  const asked = new Set(version.measures.map(({ instrument }) => instrument));
  const instruments = data.shelf.flatMap(({ key, current, isArchived }) =>
    current && (!isArchived || asked.has(key))
      ? [{ value: key, label: `${current.instrument.title}${isArchived ? " (put away)" : ""}` }]
      : [],
  );
  return (
    <PracticePage session={session} beside="same">
      <Crumb href="/settings/protocol">Protocol</Crumb>
      <PageHead title={version.title} sub={`${data.name}, ${data.publishedAt ? "published" : "draft"}`} />
      <p className="flex gap-y-1.5 gap-x-4 mt-3 flex-wrap items-center">
        <PhaseBar
          progress={{ state: "finished", phases: version.weeks.map(({ phase }) => phase) }}
          width={240}
          height={16}
          label={sizeWords(version)}
        />
        <span>{sizeWords(version)}</span>
        <a href="#preview">Preview</a>
      </p>
      <div className="[&>form]:max-w-160 [&>section]:mb-0 grid gap-10 mt-5 grid-cols-1 max-w-219">
        {data.publishedAt ? (
          <p className="text-ink-2">
            A published version never changes, so that what a client did can always be read beside what was asked.
          </p>
        ) : (
          <EditForm
            versionId={data.id}
            revision={data.revision}
            version={version}
            instruments={instruments}
            readings={data.readings}
            at={String(at ?? "")}
          />
        )}
        <Section id="preview" title="Preview" sub="As it looks for a client who starts tomorrow.">
          <PathTable base={null} phases={pathView(version, path, [])} days={dayNames(path)} shownWeek={null} />
        </Section>
        <ExerciseTexts version={version} />
        {data.publishedAt ? null : (
          <details className="print:hidden">
            <summary className="py-2.25 text-primary font-semibold hover:text-primary-hover hover:underline max-desk:py-2.75 max-desk:min-h-11">
              Discard this draft
            </summary>
            <p>
              It leaves the list, and a new copy can be made. Published versions and every client’s path stay as they
              are.
            </p>
            <ActionForm
              action={discard}
              submit="Discard the draft"
              busy="Discarding…"
              look="outline"
              className="mt-3.5"
            >
              <input type="hidden" name="versionId" value={data.id} />
            </ActionForm>
          </details>
        )}
      </div>
    </PracticePage>
  );
}
