import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { task } from "@/components/shell/task";
import { Empty } from "@/components/ui/empty";
import { LinkButton } from "@/components/ui/link-button";
import { theirWords } from "@/components/ui/their-words";
import { getOwnTherapist } from "@/db/queries/absence/absences";
import { getOwnSessions, type OwnSession } from "@/db/queries/appointments/own-appointments";
import { atOnce } from "@/lib/at-once";
import { firstNameOf } from "@/lib/first-name";
import { formatNearDay, formatTime } from "@/lib/format";
import { hoursWords } from "@/lib/identity/working-hours";
import { limits } from "@/lib/limits";
import { localDate, placeOfZone } from "@/lib/time/zone";
import { loadForClient } from "@/server/load";
import { PortalPage } from "../../_shell/portal-page";
import { ask } from "./actions";
import "../../../portal.css";

export const metadata: Metadata = { title: "Coming up" };

/** When and where the next sessions are. Nothing says with whom, or why one changed: the page may lie open. */
export default async function OwnSessionsPage() {
  const { data, session } = await loadForClient(async (scope) => ({
    ...(await atOnce({ sessions: getOwnSessions(scope), therapist: getOwnTherapist(scope) })),
    now: scope.now,
  }));
  const { zone } = session.actor;
  const { sessions, therapist, now } = data;
  const first = firstNameOf(therapist.name);
  const hours = therapist.hasAccess ? hoursWords(therapist.hours) : null;
  const there = therapist.zone === zone ? "" : `, ${placeOfZone(therapist.zone)} time`;
  return (
    <PortalPage>
      <section className="desk:col-span-full">
        <h1>Coming up</h1>
        <p className="mt-3">Times are by your own clock. {hours ? `${first} works ${hours}${there}.` : ""}</p>
      </section>
      {sessions.length === 0 ? (
        <Empty title="No session stands here">Ask {first} in Messages if you expected one.</Empty>
      ) : (
        sessions.map((one) => <OneSession key={one.id} one={one} first={first} now={now} zone={zone} />)
      )}
      <div className="flex gap-2.5 flex-wrap items-center">
        <LinkButton href="/portal" look="quiet" flush>
          Back to Today
        </LinkButton>
      </div>
    </PortalPage>
  );
}

type OneProps = { one: OwnSession; first: string; now: Date; zone: string };

function OneSession({ one, first, now, zone }: OneProps) {
  const when = `${formatNearDay(localDate(one.startsAt, zone), localDate(now, zone))}, ${formatTime(one.startsAt, zone)}`;
  const canAsk = !one.isCalledOff && one.startsAt > now;
  return (
    <section className={task}>
      <h2>{when}</h2>
      <p>{one.isCalledOff ? "This one was called off." : `With ${first}, ${one.minutes} minutes.`}</p>
      {one.place && !one.isCalledOff ? (
        <p className="wrap-anywhere" {...theirWords}>
          {one.place}
        </p>
      ) : null}
      {one.wish === "waits" ? <p>You asked for another time. It stays here until {first} has answered.</p> : null}
      {one.wish === "left" ? <p>You asked for another time. {first} stays with this one.</p> : null}
      {canAsk ? (
        <ActionForm
          action={ask}
          fold={one.wish === "waits" ? "Say more about another time" : "Ask for another time"}
          submit="Send"
          busy="Sending…"
          look="outline"
          className="grid max-w-105 gap-4 [&>[data-look]]:justify-self-start"
        >
          <input type="hidden" name="id" value={randomUUID()} />
          <input type="hidden" name="appointmentId" value={one.id} />
          <FormTextarea
            name="words"
            label="When would suit you?"
            hint={`If you like. ${first} reads it.`}
            rows={2}
            maxLength={limits.moveWish}
          />
        </ActionForm>
      ) : null}
    </section>
  );
}
