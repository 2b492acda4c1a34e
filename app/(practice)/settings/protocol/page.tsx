import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { PageHead } from "@/components/shell/page-head";
import { WhatIs } from "@/components/shell/what-is";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { listProtocolVersions, type ProtocolVersionRow } from "@/db/queries/protocol/protocol-versions";
import { formatMoment, inSentence } from "@/lib/format";
import { paths } from "@/lib/paths";
import { plural } from "@/lib/plural";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { archive, copy } from "./actions";

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
  const offered = data.filter(({ isArchived }) => !isArchived);
  const away = data.filter(({ isArchived }) => isArchived);
  const newest = offered.find(({ isDraft }) => !isDraft);
  return (
    <PracticePage session={session} beside="same">
      <PageHead title="Protocol" sub={session.practiceName} />
      <div className="[&>form]:max-w-160 [&>section]:mb-0 grid gap-10 mt-5 grid-cols-1 max-w-219">
        <Section
          id="versions"
          title="Versions"
          action={<WhatIs word="own-version">What is an own version?</WhatIs>}
          sub="New clients start on the newest one, unless another is chosen as they are enrolled. Those who have started stay on theirs, unless their therapist moves them."
        >
          <ul className="[&+form]:mt-4 list-none">
            {offered.map((row) => (
              <VersionLine key={row.id} row={row} isNewest={row.id === newest?.id}>
                {row.isDraft ? (
                  <LinkButton href={paths.protocolVersion(row.id).page} small>
                    Go on editing
                  </LinkButton>
                ) : hasDraft ? null : (
                  <ActionForm action={copy} submit="Copy and edit" busy="Copying…" look="outline" small>
                    <input type="hidden" name="versionId" value={row.id} />
                  </ActionForm>
                )}
                {row.isOwn && !row.isDraft ? (
                  <ActionForm action={archive} submit="Put away" busy="Putting away…" look="quiet" small>
                    <input type="hidden" name="versionId" value={row.id} />
                    <input type="hidden" name="archive" value="yes" />
                  </ActionForm>
                ) : null}
              </VersionLine>
            ))}
          </ul>
        </Section>
        {away.length > 0 ? (
          <Section
            id="away"
            title="Put away"
            sub="Nobody new starts on these. Clients who are on one go on with it, and nothing of it is lost."
          >
            <ul className="list-none">
              {away.map((row) => (
                <VersionLine key={row.id} row={row} isNewest={false}>
                  <ActionForm action={archive} submit="Take out again" busy="Taking out…" look="outline" small>
                    <input type="hidden" name="versionId" value={row.id} />
                    <input type="hidden" name="archive" value="no" />
                  </ActionForm>
                </VersionLine>
              ))}
            </ul>
          </Section>
        ) : null}
      </div>
    </PracticePage>
  );
}

type Line = Pick<ProtocolVersionRow, "id" | "name" | "size" | "enrolments"> & { isDraft: boolean; story: string };

function VersionLine({ row, isNewest, children }: { row: Line; isNewest: boolean; children: ReactNode }) {
  return (
    <li className="flex gap-y-2 gap-x-6 py-3 border-b border-line flex-wrap justify-between items-center">
      <div>
        <Link className="font-strong text-ink" href={paths.protocolVersion(row.id).page} prefetch={false}>
          {row.name}
        </Link>
        <span className="text-ink-2">, {row.size}</span>
        <br />
        <span className="text-ink-2 text-small">{row.story}</span>
        {row.isDraft ? null : (
          <>
            <br />
            <span className="text-ink-2 text-small">
              {onIt(row.enrolments)}
              {isNewest ? ", and new clients start here" : ""}
            </span>
          </>
        )}
      </div>
      <div className="flex gap-2.5 flex-wrap items-center">{children}</div>
    </li>
  );
}

const onIt = (clients: number) =>
  clients === 0 ? "No client is on it" : plural(clients, "One client is on it", `${clients} clients are on it`);
