import type { Metadata } from "next";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { getExerciseGround, titleNow } from "@/db/queries/exercises/exercise-access";
import { getReadingMarks } from "@/db/queries/learn/reading-marks";
import { getOwnReadings } from "@/db/queries/learn/readings";
import { formatList } from "@/lib/format";
import { type Reading, readingMinutes } from "@/lib/learn/reading";
import { readingOfWeek } from "@/lib/learn/reading-steps";
import { aboutMinutes } from "@/lib/time/minutes";
import { loadForClient } from "@/server/load";
import { PortalPage } from "../../_shell/portal-page";
import "../../../portal.css";
import { atOnce } from "@/lib/at-once";
import { paths } from "@/lib/paths";

export const metadata: Metadata = { title: "Learn" };

export default async function LearnPage() {
  const { data } = await loadForClient(async (scope) => {
    const { ground, readings, read } = await atOnce({
      ground: getExerciseGround(scope),
      readings: getOwnReadings(scope),
      read: getReadingMarks(scope),
    });
    const week = ground.standing?.path.current ?? null;
    const now = week && readingOfWeek(readings, week, [])?.key;
    return { readings, read, now, titleOf: (key: string) => titleNow(ground, key) };
  });
  return (
    <PortalPage>
      <section className="desk:col-span-full">
        <h1>Learn</h1>
        <p className="mt-2 text-ink-2">Short readings, a few minutes each. Read them in any order, or not at all.</p>
      </section>
      <ul>
        {data.readings.map((reading) => (
          <li className="py-4 border-t border-line" key={reading.key}>
            <h2 className="text-section">
              <Link
                className="inline-flex items-center min-h-11"
                href={paths.portal.reading(reading.key)}
                prefetch={false}
              >
                {reading.title}
              </Link>
            </h2>
            <p>{reading.summary}</p>
            <p className="text-ink-2 text-body">
              {reading.key === data.now ? <b>For this week. </b> : null}
              {aboutMinutes(readingMinutes(reading), true)}.{goesWith(reading, data.titleOf)}
              {data.read.includes(reading.key) ? (
                <span className="inline-flex gap-1 ml-3 items-center text-primary">
                  <Icon name="check" small /> Read
                </span>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </PortalPage>
  );
}

function goesWith({ exercises }: Reading, titleOf: (key: string) => string | null): string {
  const titles = exercises.flatMap((key) => titleOf(key) ?? []);
  return titles.length > 0 ? ` Goes with ${formatList(titles)}.` : "";
}
