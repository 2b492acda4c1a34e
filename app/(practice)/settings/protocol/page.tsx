import type { Metadata } from "next";
import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
import { PageHead } from "@/components/shell/page-head";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { listProtocolVersions } from "@/db/queries/protocol/protocol-versions";
import { formatMoment, inSentence } from "@/lib/format";
import { paths } from "@/lib/paths";
import { plural } from "@/lib/plural";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { copy } from "./actions";

export const metadata: Metadata = { title: "Protocol" };

export default async function ProtocolVersionsPage() {
  const { data, session } = await loadForStaff(async (scope) => {
    const say = (instant: Date) => inSentence(formatMoment(instant, scope.now, scope.actor.zone));
    const rows = await listProtocolVersions(scope);
    return rows.map(({ publishedAt, publishedBy, createdAt, createdBy, ...row }) => ({
      ...row,
      isDraft: publishedAt === null,
      story: publishedAt
        ? `Published ${publishedBy ? `by ${publishedBy}, ` : ""}${say(publishedAt)}`
        : `Draft${createdBy ? ` by ${createdBy}` : ""}, begun ${say(createdAt)}. Only the owner sees it`,
    }));
  });
  const hasDraft = data.some(({ isDraft }) => isDraft);
  const newest = data.find(({ isDraft }) => !isDraft);
  return (
    <PracticePage session={session} beside="same">
      <PageHead title="Protocol" sub={session.practiceName} />
      <div className="edit-version">
        <Section
          id="versions"
          title="Versions"
          sub="New clients start on the newest one that is published. Those who have started stay on theirs, unless their therapist moves them."
        >
          <ul className="session-list">
            {data.map(({ id, name, size, isDraft, story, enrolments }) => (
              <li key={id}>
                <div>
                  <Link className="strong" href={paths.protocolVersion(id).page} prefetch={false}>
                    {name}
                  </Link>
                  <span className="sec">, {size}</span>
                  <br />
                  <span className="sm sec">{story}</span>
                  {isDraft ? null : (
                    <>
                      <br />
                      <span className="sm sec">
                        {onIt(enrolments)}
                        {id === newest?.id ? ", and new clients start here" : ""}
                      </span>
                    </>
                  )}
                </div>
                {isDraft ? (
                  <LinkButton href={paths.protocolVersion(id).page} small>
                    Go on editing
                  </LinkButton>
                ) : hasDraft ? null : (
                  <ActionForm action={copy} submit="Copy and edit" busy="Copying…" look="outline" small>
                    <input type="hidden" name="versionId" value={id} />
                  </ActionForm>
                )}
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </PracticePage>
  );
}

const onIt = (clients: number) =>
  clients === 0 ? "No client is on it" : plural(clients, "One client is on it", `${clients} clients are on it`);
