import type { Metadata } from "next";
import { PageHead } from "@/components/shell/page-head";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { getAbsences } from "@/db/queries/absence/absences";
import { getOpenSessions, getToCosign, getWeekSessions } from "@/db/queries/appointments/appointments";
import { calendarWeek } from "@/lib/appointments/calendar";
import { atOnce } from "@/lib/at-once";
import { formatLongDay } from "@/lib/format";
import { within } from "@/lib/paths";
import { counted } from "@/lib/plural";
import { localDate } from "@/lib/time/zone";
import { loadForStaff } from "@/server/load";
import { SessionList } from "../_sessions/session-list";
import { PracticePage } from "../_shell/practice-page";
import { WeekGrid } from "./_components/week-grid";

export const metadata: Metadata = { title: "Sessions" };

type Props = { searchParams: Promise<{ week?: string | string[] }> };

/** A week of one's own sessions, with the hours and days away that clients read, and what waits for an answer. */
export default async function SessionsPage({ searchParams }: Props) {
  const asked = (await searchParams).week;
  const { data, session } = await loadForStaff(async (scope) => {
    const week = calendarWeek(asked, scope.now, scope.actor.zone);
    const read = await atOnce({
      sessions: getWeekSessions(scope, week),
      open: getOpenSessions(scope),
      toCosign: getToCosign(scope),
      absence: getAbsences(scope),
    });
    return { ...read, week, now: scope.now };
  });
  const { week, sessions, open, toCosign, absence, now } = data;
  const { zone, accountId } = session.actor;
  const clock = { now, zone };
  const today = localDate(now, zone);
  const own = absence.absences.filter((one) => one.accountId === accountId);
  const grid = { week, sessions, clock, hours: absence.hours, absences: own };
  const head = (
    <PageHead
      title="Sessions"
      sub={`Week of ${formatLongDay(week.monday, today)}: ${counted(sessions.length, "session")}.`}
      action={
        <div className="flex flex-wrap gap-2 print:hidden">
          <LinkButton href={within("/sessions", `?week=${week.before}`)} look="outline" label="The week before">
            <Icon name="back" small />
          </LinkButton>
          <LinkButton href="/sessions" look="outline">
            This week
          </LinkButton>
          <LinkButton href={within("/sessions", `?week=${week.after}`)} look="outline" label="The week after">
            <Icon name="forward" small />
          </LinkButton>
          <LinkButton href="/sessions/new" look="filled">
            Book a session
          </LinkButton>
        </div>
      }
    />
  );
  return (
    <PracticePage
      session={session}
      beside={
        <>
          {head}
          <WeekGrid {...grid} isBeside />
        </>
      }
    >
      {head}
      {open.length > 0 ? (
        <Section
          id="open"
          title="Waits for you"
          sub="Wishes for another time, and sessions that say nothing yet of how they went."
        >
          <SessionList label="Sessions that wait for you" sessions={open} clock={clock} of="anybody" />
        </Section>
      ) : null}
      {toCosign.length > 0 ? (
        <Section
          id="cosign"
          title="To co-sign"
          sub="Notes of colleagues whom you supervise, who asked for a second signature."
        >
          <SessionList label="Notes to co-sign" sessions={toCosign} clock={clock} of="anybody" />
        </Section>
      ) : null}
      <WeekGrid {...grid} />
      <p className="mt-4 text-small text-ink-2 print:hidden">
        Clients read your hours, and when you are away, where they write to you. You set both under{" "}
        <a href="/account">your account</a>.
      </p>
    </PracticePage>
  );
}
