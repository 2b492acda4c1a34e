import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PhaseBar } from "@/components/charts/phase-bar";
import { ConnectionCheck } from "@/components/portal/connection-check";
import { getPortalToday } from "@/db/queries/portal-today";
import { greeting } from "@/lib/domain/clients/greeting";
import { standingOf } from "@/lib/domain/protocol/standing-today";
import { localHour } from "@/lib/domain/time/zone";
import { formatMoment } from "@/lib/format";
import { loadForClient } from "@/lib/server/load";
import { PauseDock } from "../_shell/pause-dock";
import { PortalPage } from "../_shell/portal-page";
import { AboutPath } from "./_components/about-path";
import { AssignedAssessments } from "./_components/assigned-assessments";
import { FromTherapist } from "./_components/from-therapist";
import { saveCheck } from "./actions";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  const { data, session } = await loadForClient(async (scope) => ({
    ...(await getPortalToday(scope)),
    now: scope.now,
  }));
  const { name, zone } = session.actor;
  const place = data.enrolment && standingOf(data.enrolment, data.today);
  return (
    <PortalPage layout="with-side">
      <section className="hello">
        <h1>{greeting(localHour(data.now, zone), name)}</h1>
        {place ? (
          <div className="where">
            <PhaseBar progress={place.progress} width={330} height={14} />
            <span>{place.words}</span>
          </div>
        ) : null}
      </section>
      <div className="main-col">
        <section className="chk">
          <ConnectionCheck
            action={saveCheck}
            id={randomUUID()}
            question="How connected do you feel right now?"
            ends={{ low: "Far away", high: "Very close" }}
            note={{ label: "A note, if you like", hint: `${data.therapistName} can read it.`, maxLength: 2000 }}
            last={
              data.lastCheck
                ? `Your last check: ${data.lastCheck.score}, ${formatMoment(data.lastCheck.recordedAt, data.now, zone)}`
                : null
            }
          />
        </section>
      </div>
      <div className="side-col">
        <PauseDock />
        <AssignedAssessments assessments={data.assessments} therapistName={data.therapistName} today={data.today} />
        <AboutPath about={data.aboutPath} now={data.now} zone={zone} />
        <FromTherapist reply={data.reply} name={data.therapistName} now={data.now} zone={zone} />
      </div>
    </PortalPage>
  );
}
