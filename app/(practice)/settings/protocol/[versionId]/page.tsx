import type { Metadata, Route } from "next";
import { z } from "zod";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/ui/section";
import { getProtocolVersion } from "@/db/queries/protocol-versions";
import { NotFound } from "@/lib/domain/errors";
import { protocolVersionSchema } from "@/lib/domain/protocol/definition";
import { protocolPath } from "@/lib/domain/protocol/schedule";
import { addDays } from "@/lib/domain/time/local-date";
import { localDate } from "@/lib/domain/time/zone";
import { loadForStaff } from "@/lib/server/load";
import { PathTable } from "../../../_protocol/path-table";
import { dayNames, pathView } from "../../../_protocol/path-view";
import { PracticePage } from "../../../_shell/practice-page";
import { EditForm } from "../_components/edit-form";
import { ExerciseTexts } from "../_components/exercise-texts";
import { save } from "../actions";

export const metadata: Metadata = { title: "Protocol version" };

export default async function VersionPage({ params }: { params: Promise<{ versionId: string }> }) {
  const id = z.uuid().safeParse((await params).versionId);
  const { data, session } = await loadForStaff(async (scope) => {
    if (!id.success) throw new NotFound();
    const today = localDate(scope.now, scope.actor.zone);
    return { ...(await getProtocolVersion(scope, id.data)), today };
  });
  const version = protocolVersionSchema.parse(data.definition);
  const startDate = addDays(data.today, 1);
  const path = protocolPath({
    version,
    enrolment: { startDate, zone: session.actor.zone },
    decisions: [],
    today: data.today,
  });
  return (
    <PracticePage session={session}>
      <Crumb href={"/settings/protocol" as Route}>Protocol</Crumb>
      <PageHead title={version.title} sub={`Version ${data.version}, ${data.publishedAt ? "published" : "draft"}`} />
      <div className="edit-version">
        {data.publishedAt ? (
          <p className="sec">
            A published version never changes, so that what a client did can always be read beside what was asked.
          </p>
        ) : (
          <EditForm action={save} versionId={data.id} version={version} />
        )}
        <Section id="preview" title="Preview" sub="As it looks for a client who starts tomorrow.">
          <PathTable base={null} phases={pathView(version, path, [])} days={dayNames(path)} shownWeek={null} />
        </Section>
        <ExerciseTexts version={version} />
      </div>
    </PracticePage>
  );
}
