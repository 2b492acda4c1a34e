import type { Metadata } from "next";
import { WhatIs } from "@/components/shell/what-is";
import { Section } from "@/components/ui/section";
import { getGoalsPage } from "@/db/queries/goals/goals";
import { firstNameOf } from "@/lib/first-name";
import { localDate } from "@/lib/time/zone";
import { loadClient } from "@/server/load-client";
import { ClientPage } from "../_shell/client-page";
import { ChartNotes } from "./_components/chart-notes";
import { GoalList } from "./_components/goal-list";

export const metadata: Metadata = { title: "Goals" };

/** What one client wants to come of it, in their words, and what happened beside the path. */
export default async function GoalsPage({ params }: { params: Promise<{ clientId: string }> }) {
  const { data, session, today, standing } = await loadClient(params, getGoalsPage);
  const { header, goals, notes, sessions, mayChange, now } = data;
  const { zone } = session.actor;
  const firstName = firstNameOf(header.name);
  const clock = { now, zone, today: localDate(now, zone) };
  const about = { clientId: header.id, firstName, mayChange, clock };
  return (
    <ClientPage session={session} header={header} standing={standing} today={today} current={null}>
      <div className="mt-6.5 max-w-219">
        <Section
          id="goals"
          title="Goals"
          sub="Written down together. A line on a chart is a place to look towards: nobody is graded by it."
          action={<WhatIs word="goal-line" />}
        >
          <GoalList goals={goals} sessions={sessions} {...about} />
        </Section>
        <Section id="notes" title="Notes on the connection chart" sub="Each stands on its day as a numbered flag.">
          <ChartNotes notes={notes} {...about} />
        </Section>
      </div>
    </ClientPage>
  );
}
