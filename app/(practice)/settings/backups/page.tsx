import type { Metadata } from "next";
import { PageHead } from "@/components/shell/page-head";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { getLastBackups } from "@/db/queries/running/last-backups";
import { getSealing } from "@/db/queries/running/sealing";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { keysView } from "./keys-view";
import { backupView, type RunView } from "./view";

export const metadata: Metadata = { title: "Backups" };

export default async function BackupsPage() {
  const { data, session } = await loadForStaff(async (scope) => {
    const { now, actor } = scope;
    return {
      ...backupView(await getLastBackups(scope), now, actor.zone),
      keys: keysView(await getSealing(scope), now, actor.zone),
    };
  });
  return (
    <PracticePage session={session} beside="same">
      <PageHead title="Backups" sub={session.practiceName} />
      <div className="max-w-160 pt-6 [&>[data-notice]]:mt-0 [&>[data-notice]]:mb-6">
        {data.troubles.map(({ title, words }) => (
          <Notice key={title} tone="attention" title={title}>
            {words}
          </Notice>
        ))}
        <dl className="mb-8 grid grid-cols-[max-content_1fr] gap-x-6 gap-y-4 max-tiny:grid-cols-1 max-tiny:gap-y-1">
          <Run title="Last good backup" run={data.backup} />
          <Run title="Last drill" run={data.drill} />
        </dl>
        <Section id="what-for" title="What this is">
          <p className="reading">
            Each night everything that this practice keeps is copied, closed so that only whoever runs Nearer can open
            it, and read back. On Sundays a drill brings the newest copy back beside the practice, compares every table
            and opens words with each key. Nobody is made to wait.
          </p>
        </Section>
        {data.keys.length > 0 ? (
          <Section id="keys" title="Keys">
            <p className="reading">
              What people write is closed with a key. When a key is changed, everything is closed anew with the new one,
              bit by bit, while everybody works. {data.keys.join(" ")}
            </p>
          </Section>
        ) : null}
      </div>
    </PracticePage>
  );
}

function Run({ title, run }: { title: string; run: RunView | null }) {
  return (
    <>
      <dt className="font-strong text-ink">{title}</dt>
      <dd className="max-tiny:mb-4">
        {run ? run.when : "None yet"}
        {run ? <p className="text-small text-ink-2 wrap-anywhere">{run.words}</p> : null}
      </dd>
    </>
  );
}
