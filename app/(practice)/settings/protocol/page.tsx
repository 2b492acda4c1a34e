import type { Metadata, Route } from "next";
import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/ui/section";
import { listProtocolVersions } from "@/db/queries/protocol-versions";
import { localDate } from "@/lib/domain/time/zone";
import { formatDay } from "@/lib/format";
import { loadForStaff } from "@/lib/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { copy, publish } from "./actions";

export const metadata: Metadata = { title: "Protocol" };

export default async function ProtocolVersionsPage() {
  const { data, session } = await loadForStaff(async (scope) => {
    const { zone } = scope.actor;
    const today = localDate(scope.now, zone);
    const rows = await listProtocolVersions(scope);
    return rows.map(({ publishedAt, ...row }) => ({
      ...row,
      published: publishedAt && formatDay(localDate(publishedAt, zone), today),
    }));
  });
  const hasDraft = data.some(({ published }) => !published);
  const newest = data.find(({ published }) => published);
  return (
    <PracticePage session={session}>
      <PageHead title="Protocol" sub={session.practiceName} />
      <Section
        id="versions"
        title="Versions"
        sub="New clients start on the newest one that is published. Those who have started stay on theirs, unless their therapist moves them."
      >
        <ul className="session-list">
          {data.map(({ id, title, version, published, enrolments }) => (
            <li key={id}>
              <div>
                <Link className="strong" href={`/settings/protocol/${id}` as Route} prefetch={false}>
                  {title}, version {version}
                </Link>
                <br />
                <span className="sm sec">
                  {published ? `Published ${published}` : "Draft, seen by you alone"}
                  {enrolments > 0 ? `. ${enrolments === 1 ? "One client is" : `${enrolments} clients are`} on it` : ""}
                  {id === newest?.id ? ". New clients start here" : ""}
                </span>
              </div>
              {published ? (
                hasDraft ? null : (
                  <ActionForm action={copy} submit="Copy and edit" busy="Copying…" look="outline" small>
                    <input type="hidden" name="versionId" value={id} />
                  </ActionForm>
                )
              ) : (
                <ActionForm action={publish} submit="Publish" busy="Publishing…" look="filled" small>
                  <input type="hidden" name="versionId" value={id} />
                </ActionForm>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </PracticePage>
  );
}
