import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { CoupleMirror } from "@/components/charts/couple-mirror";
import { Columns } from "@/components/shell/columns";
import { WhatIs } from "@/components/shell/what-is";
import { Empty } from "@/components/ui/empty";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { ViewSwitch } from "@/components/ui/view-switch";
import { type CouplePerson, getCouple } from "@/db/queries/couples/couple";
import { coupleFinding } from "@/lib/couples/couple-finding";
import { NotFound } from "@/lib/errors";
import { formatDay, formatLongDay } from "@/lib/format";
import { paths, within } from "@/lib/paths";
import { pathTodayOf } from "@/lib/protocol/path-today";
import { localDate } from "@/lib/time/zone";
import { loadForStaff } from "@/server/load";
import { titleBesideSomebody } from "@/server/room";
import { PracticePage } from "../../_shell/practice-page";
import { BesideCouple } from "./_components/beside-couple";
import { ConnectionOfBoth } from "./_components/connection-of-both";
import { ConsentTable } from "./_components/consent-table";
import { CoupleSessions } from "./_components/couple-sessions";
import { GapRanking } from "./_components/gap-ranking";
import { ReleaseToBoth } from "./_components/release-to-both";
import { ShowToTwo } from "./_components/show-to-two";
import { bothRows, comparedRows, firstOf, lockedRows, sittingSentences, versionSentences } from "./couple-rows";

export const generateMetadata = (): Promise<Metadata> => titleBesideSomebody("Couple");

type Props = { params: Promise<{ coupleId: string }>; searchParams: Promise<{ view?: string | string[] }> };

export default async function CouplePage({ params, searchParams }: Props) {
  const id = z.uuid().safeParse((await params).coupleId);
  const isBoth = (await searchParams).view === "both";
  const { data, session } = await loadForStaff(async (scope) => {
    if (!id.success) throw new NotFound();
    return { view: await getCouple(scope, id.data), now: scope.now };
  });
  const { view, now } = data;
  const { first, second } = view;
  const { zone } = session.actor;
  const [one, other] = [firstOf(first), firstOf(second)];
  const day = (at: Date) => formatLongDay(localDate(at, zone), localDate(now, zone));
  const shown = isBoth ? (view.releasable?.rows ?? []) : comparedRows(view);
  const rows = isBoth ? bothRows(view) : lockedRows(view);
  const here = paths.couple(view.id);
  return (
    <PracticePage session={session} beside={<BesideCouple view={view} />}>
      <div data-couple>
        <Link
          className="inline-flex gap-1.5 mb-1.5 py-0.75 items-center text-ink-2 text-small no-underline hover:text-ink hover:underline max-desk:-mt-2.5 max-desk:mb-0 max-desk:mx-0 max-desk:min-h-11 print:hidden"
          href="/caseload"
          prefetch={false}
        >
          <Icon name="back" small />
          Caseload
        </Link>
        <header className="flex gap-y-4 gap-x-8 flex-wrap items-start justify-between">
          <div className="first:flex-[1_1_420px] first:min-w-0">
            <h1>
              {one} and {other}
            </h1>
            <div className="flex gap-y-1.5 gap-x-5.5 mt-2.25 flex-wrap items-center text-ink-2">
              <Person person={first} now={now} />
              <Person person={second} now={now} />
              <span>
                Linked {day(view.linkedAt)} by {view.linkedBy}
              </span>
              <WhatIs word="side-by-side">What side by side means</WhatIs>
            </div>
          </div>
          <div className="flex gap-2 flex-wrap first:flex-[1_1_420px] first:min-w-0 print:hidden">
            <ViewSwitch
              label="View"
              views={[
                { href: here, label: "Therapist view", current: !isBoth },
                {
                  href: within(here, "?view=both"),
                  label: (
                    <>
                      <Icon name="eye" small />
                      What both may see
                    </>
                  ),
                  current: isBoth,
                },
              ]}
            />
            <ShowToTwo coupleId={view.id} />
          </div>
        </header>
        <Columns
          sideLabel="Gaps and consent"
          side={
            <>
              {view.isOpen && shown.length > 0 ? (
                <Section id="gaps" title="Gap ranking" sub="Wished minus now, in points">
                  <GapRanking rows={shown} names={[one, other]} people={[first, second]} />
                </Section>
              ) : null}
              <Section id="consent" title="Consent to share" sub="What each partner lets the other see">
                <ConsentTable
                  first={first}
                  second={second}
                  changesAt={view.changesAt}
                  day={(at) => formatDay(localDate(at, zone), localDate(now, zone))}
                />
              </Section>
            </>
          }
          main={
            <>
              <Section
                id="mirror"
                title="How near, and how near they wish to be"
                sub={
                  view.isOpen
                    ? [
                        "Scores rise towards the centre line. Widest combined gap first.",
                        ...sittingSentences(view, (date) => day(new Date(`${date}T12:00:00Z`))),
                      ].join(" ")
                    : undefined
                }
              >
                {!view.isOpen ? (
                  <Empty title="Closed for now">
                    Joint steps are closed. They open at the start of a practice week.
                  </Empty>
                ) : rows.length === 0 ? (
                  <Empty title="No assessment yet">
                    The two sides appear here when the first Five Dimensions are sent.
                  </Empty>
                ) : (
                  <>
                    <p
                      className={
                        isBoth
                          ? "mb-3 max-w-[96ch] text-pretty print:break-after-avoid"
                          : "mb-3 max-w-[96ch] text-pretty print:hidden print:break-after-avoid"
                      }
                    >
                      {[coupleFinding(shown, one, other), ...versionSentences(view)].join(" ")}
                    </p>
                    <CoupleMirror caption="Now and wished of both, 0 to 96" first={one} second={other} rows={rows} />
                  </>
                )}
              </Section>
              {view.isOpen ? (
                <Section id="weeks" title="Connection, week by week" sub="The middle of each finished week, 1 to 10.">
                  <ConnectionOfBoth view={view} isBoth={isBoth} />
                </Section>
              ) : null}
              {isBoth ? null : (
                <CoupleSessions
                  coupleId={view.id}
                  sessions={view.sessions}
                  mayChange={view.mayChange}
                  clock={{ now, zone }}
                />
              )}
              {view.isOpen && isBoth ? (
                <Section id="release" title="Release to both together">
                  <ReleaseToBoth view={view} now={now} zone={zone} />
                </Section>
              ) : null}
            </>
          }
        />
      </div>
    </PracticePage>
  );
}

function Person({ person: { header }, now }: { person: CouplePerson; now: Date }) {
  const standing = header.enrolment && pathTodayOf(header.enrolment, localDate(now, header.zone));
  const week = standing && "week" in standing.progress ? `, week ${standing.progress.week}` : "";
  return (
    <span>
      <Link href={paths.client(header.id).overview} prefetch={false}>
        {header.name}
      </Link>
      {week}
    </span>
  );
}
