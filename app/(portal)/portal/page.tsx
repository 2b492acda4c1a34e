import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { PhaseBar } from "@/components/charts/phase-bar";
import { ConnectionCheck } from "@/components/portal/connection-check";
import { OneButton } from "@/components/portal/one-button";
import { getNextSession } from "@/db/queries/appointments/own-appointments";
import { getOwnGoodbye } from "@/db/queries/clients/standing";
import { getGiven, unlessLocked } from "@/db/queries/drafts/draft-at";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { getOwnWords } from "@/db/queries/identity/own-words";
import { getOwnAgreed } from "@/db/queries/notes/own-agreed";
import { atOnce } from "@/lib/at-once";
import { greeting } from "@/lib/clients/greeting";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, inSentence } from "@/lib/format";
import { readingOfWeek } from "@/lib/learn/reading-steps";
import { limits } from "@/lib/limits";
import { progressForClient } from "@/lib/protocol/path-today";
import { todaysExercises } from "@/lib/protocol/today";
import { daysBetween } from "@/lib/time/local-date";
import { localDate, localHour } from "@/lib/time/zone";
import { loadForClient } from "@/server/load";
import { PauseDock } from "../_shell/pause-dock";
import { PortalPage } from "../_shell/portal-page";
import { AboutLeavingOnce } from "./_components/about-leaving-once";
import { AboutPath } from "./_components/about-path";
import { Agreed } from "./_components/agreed";
import { AskedSwaps } from "./_components/asked-swaps";
import { AssignedAssessments } from "./_components/assigned-assessments";
import { CheckRead } from "./_components/check-read";
import { FromTherapist } from "./_components/from-therapist";
import { Goodbye } from "./_components/goodbye";
import { NewTherapist } from "./_components/new-therapist";
import { NextSession } from "./_components/next-session";
import { ThisWeek } from "./_components/this-week";
import { TodaysExercise } from "./_components/todays-exercise";
import { WeekReading } from "./_components/week-reading";
import { saveCheck } from "./actions";
import { chooseAway } from "./safe/actions";

export const metadata: Metadata = { title: "Today" };

export default async function TodayPage() {
  const { data, session } = await loadForClient(async (scope) => {
    const { today, words, begun, goodbye, next, agreed } = await atOnce({
      agreed: getOwnAgreed(scope),
      goodbye: getOwnGoodbye(scope),
      next: getNextSession(scope),
      today: getPortalToday(scope),
      words: getOwnWords(scope),
      begun: getGiven(scope, { kind: "check" }),
    });
    return { ...today, words, goodbye, next, agreed, begun: unlessLocked(begun, words), now: scope.now };
  });
  const { name, zone } = session.actor;
  if (data.goodbye)
    return (
      <PortalPage layout="with-side" afterwards="works">
        <section className="desk:col-span-full">
          <h1>{greeting(localHour(data.now, zone), name)}</h1>
        </section>
        <div className="max-desk:contents desk:grid desk:gap-12 desk:content-start desk:min-w-0">
          <Goodbye goodbye={data.goodbye} words={data.words} now={data.now} zone={zone} />
        </div>
        <div className="max-desk:contents desk:grid desk:gap-9 desk:content-start">
          <PauseDock help={data.help} therapistName={data.therapistName} />
        </div>
      </PortalPage>
    );
  const { today, version, standing, shared, areAway } = data.ground;
  const offer = version && standing ? todaysExercises(version, standing.path, data.attempts, shared, areAway) : null;
  const week = standing?.path.current ?? null;
  const reading = week && readingOfWeek(data.readings, week, data.read);
  // First on the day on which it arrives, and at its place after that.
  const isOfToday = (at: Date | undefined | null) => at != null && localDate(at, zone) === today;
  const wroteToday = isOfToday(data.reply?.sentAt) || isOfToday(data.documentSentAt);
  const fromTherapist = (
    <FromTherapist
      reply={data.reply}
      documentSentAt={data.documentSentAt}
      name={data.therapistName}
      now={data.now}
      zone={zone}
    />
  );
  const asked = <AssignedAssessments assessments={data.assessments} therapistName={data.therapistName} today={today} />;
  const areFirstDays = !standing || daysBetween(standing.path.startsOn, today) < 7;
  const moment = (at: Date) => inSentence(formatMoment(at, data.now, zone));
  const isRead = data.lastCheck?.isTemperature && localDate(data.lastCheck.recordedAt, zone) === today;
  const check = (
    <ConnectionCheck
      action={saveCheck}
      id={randomUUID()}
      begun={data.begun}
      question="How connected do you feel right now?"
      ends={{ low: "Far away", high: "Very close" }}
      note={{
        label: "A note, if you like",
        hint: `${data.reader} can read it.`,
        maxLength: limits.connectionNote,
      }}
      last={
        data.lastCheck
          ? `Your last check: ${data.words.areLocked ? "" : `${data.lastCheck.score}, `}${moment(data.lastCheck.recordedAt)}`
          : null
      }
    />
  );
  return (
    <PortalPage layout="with-side">
      <section className="desk:col-span-full">
        <h1>{greeting(localHour(data.now, zone), name)}</h1>
        {standing ? (
          <div className="grid gap-2 mt-3 text-ink-2">
            <PhaseBar progress={progressForClient(standing)} width={330} height={14} isSaidBeside />
            <span>{standing.words}</span>
          </div>
        ) : null}
      </section>
      <div className="max-desk:contents desk:grid desk:gap-12 desk:content-start desk:min-w-0">
        {data.transfer ? <NewTherapist {...data.transfer} /> : null}
        {data.leavingIsUnread ? <AboutLeavingOnce /> : null}
        {wroteToday ? fromTherapist : null}
        {areFirstDays ? asked : null}
        {offer && standing ? (
          <TodaysExercise
            offer={offer}
            phase={standing.path.phase?.number ?? null}
            partnerName={data.partnerName}
            startsOn={data.ground.enrolment?.waits ? null : standing.path.startsOn}
            therapistName={firstNameOf(data.therapistName)}
            begun={data.begunExercises}
            moment={moment}
            takeOut={
              <OneButton
                action={chooseAway}
                fields={{ choice: "back" }}
                label="Take my exercises out again"
                busy="One moment…"
              />
            }
          />
        ) : null}
        <section>
          {isRead && data.lastCheck ? (
            <CheckRead
              score={data.words.areLocked ? null : data.lastCheck.score}
              when={moment(data.lastCheck.recordedAt)}
            >
              {check}
            </CheckRead>
          ) : (
            check
          )}
        </section>
        {week ? <ThisWeek week={week} attempts={data.attempts} today={today} /> : null}
      </div>
      <div className="max-desk:contents desk:grid desk:gap-9 desk:content-start">
        <PauseDock help={data.help} therapistName={data.therapistName} />
        {areFirstDays ? null : asked}
        <NextSession next={data.next} now={data.now} zone={zone} />
        <Agreed agreed={data.agreed} name={data.therapistName} words={data.words} now={data.now} zone={zone} />
        <AboutPath about={data.aboutPath} hasPlan={data.hasPlan} words={data.words} now={data.now} zone={zone} />
        <AskedSwaps swaps={data.swaps} therapist={data.therapistName} now={data.now} zone={zone} words={data.words} />
        {wroteToday ? null : fromTherapist}
        {reading ? <WeekReading reading={reading} /> : null}
      </div>
    </PortalPage>
  );
}
