import type { Metadata } from "next";
import { NotADistanceMove } from "@/components/portal/not-a-distance-move";
import { task } from "@/components/shell/task";
import { ChartChoices } from "@/components/ui/chart-choices";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { ownChartTables } from "@/db/queries/clients/chart-choices";
import { getOwnChartNotes } from "@/db/queries/connection/chart-notes";
import { getOwnCouple } from "@/db/queries/couples/own-couple";
import { getOwnGoals } from "@/db/queries/goals/goals";
import { getOwnWords } from "@/db/queries/identity/own-words";
import { getOwnPath } from "@/db/queries/protocol/own-path";
import { atOnce } from "@/lib/at-once";
import { paths } from "@/lib/paths";
import { rememberChartChoice } from "@/server/chart-action";
import { loadForClient } from "@/server/load";
import { OwnWords } from "../../_shell/own-words";
import { PortalPage } from "../../_shell/portal-page";
import { OwnConnection } from "./_components/own-connection";
import { OwnDimensions } from "./_components/own-dimensions";
import { OwnGoals } from "./_components/own-goals";
import { Weeks } from "./_components/weeks";

export const metadata: Metadata = { title: "My path" };

export default async function PathPage() {
  const { data } = await loadForClient((scope) =>
    atOnce({
      path: getOwnPath(scope),
      tables: ownChartTables(scope),
      words: getOwnWords(scope),
      couple: getOwnCouple(scope),
      goals: getOwnGoals(scope),
      notes: getOwnChartNotes(scope),
    }),
  );
  const { couple } = data;
  const { ground, attempts, checks, dimensions } = data.path;
  const { standing, version, today, enrolment } = ground;
  return (
    <PortalPage>
      <section className="desk:col-span-full">
        <h1>My path</h1>
        {standing ? (
          <p className="mt-2 text-ink-2">
            {enrolment?.waits ? `${standing.words} Until then these days move on.` : standing.words}
          </p>
        ) : null}
      </section>
      <OwnWords words={data.words}>
        <OwnGoals goals={data.goals} today={today} />
        {enrolment ? (
          <ChartChoices tables={data.tables} remember={rememberChartChoice}>
            <OwnConnection checks={checks} startDate={enrolment.countsFrom} today={today} notes={data.notes} />
          </ChartChoices>
        ) : null}
        {dimensions ? <OwnDimensions dimensions={dimensions} today={today} /> : null}
      </OwnWords>
      {standing && version ? (
        <Weeks path={standing.path} version={version} attempts={attempts} today={today} />
      ) : (
        <Empty title="No weeks of your own">
          There is no plan of weeks for you to follow. What you note and write is here for you.
        </Empty>
      )}
      <section className={task}>
        <h2>Distance moves</h2>
        <p>When you notice one, you can note it here. There is no need to, and no count to keep.</p>
        <NotADistanceMove />
        <LinkButton href={paths.portal.distanceMove}>Note a distance move</LinkButton>
      </section>
      {couple ? (
        <section className={task}>
          <h2>The two of you</h2>
          <p>What you show each other is each person’s own choice.</p>
          <div className="flex gap-2.5 flex-wrap items-center">
            <LinkButton href={paths.portal.together}>Together</LinkButton>
            <LinkButton href={paths.portal.sharing}>Sharing</LinkButton>
          </div>
        </section>
      ) : null}
      <div className="flex gap-2.5 flex-wrap items-center">
        <LinkButton href="/portal/assessments" look="quiet" flush>
          What you answered
        </LinkButton>
        <LinkButton href={paths.portal.ownWords} look="quiet" flush>
          What you wrote
        </LinkButton>
        <LinkButton href={paths.portal.documents} look="quiet" flush>
          Documents
        </LinkButton>
      </div>
    </PortalPage>
  );
}
