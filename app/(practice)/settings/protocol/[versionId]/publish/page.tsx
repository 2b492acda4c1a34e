import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { ActionForm } from "@/components/forms/action-form";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { newestOffered } from "@/db/queries/protocol/offered-versions";
import { getProtocolVersion, listProtocolVersions } from "@/db/queries/protocol/protocol-versions";
import { NotFound } from "@/lib/errors";
import { formatList } from "@/lib/format";
import { paths } from "@/lib/paths";
import { plural } from "@/lib/plural";
import { speaksOfTouch } from "@/lib/protocol/exposure-words";
import { sizeWords, versionChanges } from "@/lib/protocol/version-changes";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../../../_shell/practice-page";
import { publish } from "../../actions";

export const metadata: Metadata = { title: "Publish a protocol version" };

/** Publishing asks once more, and says what it does and what it does not do. */
export default async function PublishPage({ params }: { params: Promise<{ versionId: string }> }) {
  const id = z.uuid().safeParse((await params).versionId);
  const { data, session } = await loadForStaff(async (scope) => {
    if (!id.success) throw new NotFound();
    const draft = await getProtocolVersion(scope, id.data);
    const versions = await listProtocolVersions(scope);
    return { draft, before: await newestOffered(scope), versions };
  });
  const { draft, before } = data;
  if (draft.publishedAt) redirect("/settings/protocol");
  const { definition: version } = draft;
  const changes = before ? versionChanges(before, version) : [];
  const running = data.versions.reduce((sum, { enrolments }) => sum + enrolments, 0);
  const touching = version.exercises.filter(speaksOfTouch).map(({ title }) => title);
  const asked = new Set(version.weeks.flatMap(({ exercises }) => exercises.map(({ exercise }) => exercise)));
  const unasked = version.exercises.filter(({ key }) => !asked.has(key)).map(({ title }) => title);
  return (
    <PracticePage session={session} beside="same">
      <Crumb href={paths.protocolVersion(draft.id).page}>{`${draft.name}, draft`}</Crumb>
      <PageHead title={`Publish ${version.title}?`} sub={`${draft.name}. ${sizeWords(version)}.`} />
      <div className="[&>form]:max-w-160 [&>section]:mb-0 grid gap-10 mt-5 grid-cols-1 max-w-219">
        {touching.length > 0 ? (
          <Notice tone="attention" title="Words that speak of touch">
            {formatList(touching)} {plural(touching.length, "stays", "stay")} open while a client’s safety gate is not
            clear. If touch is meant, say so at the exercise first.
          </Notice>
        ) : null}
        <Section id="differs" title="What differs" sub="From the version on which new clients start now.">
          <ul className="[&>li+li]:mt-0.5 mt-3 mb-3.5">
            {(changes.length > 0 ? changes : ["Nothing differs in weeks, exercises and assessments."]).map(
              (sentence) => (
                <li key={sentence}>{sentence}</li>
              ),
            )}
          </ul>
          {unasked.length > 0 ? (
            <p className="text-ink-2 text-small">No week asks for {formatList(unasked)}: kept for swaps.</p>
          ) : null}
        </Section>
        <Section id="happens" title="What happens">
          <ul className="[&>li+li]:mt-0.5 mt-3 mb-3.5">
            <li>Clients who are enrolled from now on start with it.</li>
            <li>It never changes again. To go on from it, copy it.</li>
          </ul>
        </Section>
        <Section id="stays" title="What stays as it is">
          <ul className="[&>li+li]:mt-0.5 mt-3 mb-3.5">
            <li>
              {running === 0
                ? "No client is on a path yet."
                : `${plural(running, "The one client on a path keeps", `All ${running} clients on a path keep`)} the version they started with.`}
            </li>
            <li>Their therapist can move them one by one, on the Protocol tab, with a reason.</li>
            <li>Nobody is written to, and no mark of a day already lived changes.</li>
          </ul>
        </Section>
        <ActionForm action={publish} submit="Publish it" busy="Publishing…" look="filled">
          <input type="hidden" name="versionId" value={draft.id} />
          <input type="hidden" name="revision" value={draft.revision} />
        </ActionForm>
      </div>
    </PracticePage>
  );
}
