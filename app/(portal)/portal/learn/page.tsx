import type { Metadata, Route } from "next";
import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { getExerciseGround } from "@/db/queries/exercise-access";
import { getReadingMarks } from "@/db/queries/reading-marks";
import { readingMinutes } from "@/lib/domain/learn/reading";
import { builtInReadings } from "@/lib/domain/learn/readings";
import { loadForClient } from "@/lib/server/load";
import { PortalPage } from "../../_shell/portal-page";

export const metadata: Metadata = { title: "Learn" };

export default async function LearnPage() {
  const { data } = await loadForClient(async (scope) => ({
    read: await getReadingMarks(scope),
    now: (await getExerciseGround(scope)).standing?.path.current?.reading ?? null,
  }));
  return (
    <PortalPage>
      <section className="hello">
        <h1>Learn</h1>
        <p className="sec">Short readings, a few minutes each. Read them in any order, or not at all.</p>
      </section>
      <ul className="readings">
        {builtInReadings.map((reading) => (
          <li key={reading.key}>
            <h2>
              <Link href={`/portal/learn/${reading.key}` as Route} prefetch={false}>
                {reading.title}
              </Link>
            </h2>
            <p>{reading.summary}</p>
            <p className="sec sm">
              About {readingMinutes(reading)} minutes
              {reading.key === data.now ? <b>, goes with this week</b> : null}
              {data.read.includes(reading.key) ? (
                <span className="done">
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
