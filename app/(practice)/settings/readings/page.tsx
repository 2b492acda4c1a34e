import type { Metadata } from "next";
import Link from "next/link";
import { PageHead } from "@/components/shell/page-head";
import { WhatIs } from "@/components/shell/what-is";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { listReadingStatuses } from "@/db/queries/learn/readings";
import { formatList } from "@/lib/format";
import { readingMinutes } from "@/lib/learn/reading";
import { paths } from "@/lib/paths";
import { plural } from "@/lib/plural";
import { can } from "@/lib/policy";
import { aboutMinutes } from "@/lib/time/minutes";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";
import { historyLines, statusWords } from "./publication-words";

export const metadata: Metadata = { title: "Readings" };

export default async function ReadingsPage() {
  const { data, session } = await loadForStaff(async (scope) => {
    const shelf = await listReadingStatuses(scope);
    return shelf.map((reading) => ({ ...reading, lines: historyLines(reading.history, scope.now, scope.actor.zone) }));
  });
  const mayEdit = can(session.actor, "readings.edit");
  return (
    <PracticePage session={session} beside="same">
      <PageHead
        title="Readings"
        sub={session.practiceName}
        action={mayEdit ? <LinkButton href="/settings/readings/new">Add a reading of your own</LinkButton> : undefined}
      />
      <Section
        id="readings"
        className="mt-6"
        title="What clients can read"
        action={<WhatIs word="readings">What are readings?</WhatIs>}
        sub={
          mayEdit
            ? "Each comes with Nearer until you put your practice’s words in its place."
            : "Only the owner changes the practice’s readings."
        }
      >
        <ul className="[&+form]:mt-4 list-none">
          {data.map(({ key, base, ...reading }) =>
            base ? (
              <li
                className="flex gap-y-2 gap-x-6 py-3 border-b border-line flex-wrap justify-between items-center"
                key={key}
              >
                <div>
                  <Link className="font-strong text-ink" href={paths.reading(key)} prefetch={false}>
                    {base.title}
                  </Link>
                  <br />
                  <span className="text-ink-2 text-small">
                    {[weekWords(base.weeks), aboutMinutes(readingMinutes(base))].filter(Boolean).join(", ")}
                  </span>
                </div>
                <span className="text-ink-2 text-small">{statusWords(reading, reading.lines)}</span>
              </li>
            ) : null,
          )}
        </ul>
      </Section>
    </PracticePage>
  );
}

const weekWords = (weeks: readonly number[]): string =>
  weeks.length === 0 ? "" : `${plural(weeks.length, "Week", "Weeks")} ${formatList(weeks.map(String))}`;
