import { task } from "@/components/shell/task";
import { LinkButton } from "@/components/ui/link-button";
import type { NextSession as Next } from "@/db/queries/appointments/own-appointments";
import { formatNearDay, formatTime } from "@/lib/format";
import { paths } from "@/lib/paths";
import { localDate } from "@/lib/time/zone";

type Props = { next: Next | null; now: Date; zone: string };

/** The next session: a day and an hour, and nothing of where, with whom or why. */
export function NextSession({ next, now, zone }: Props) {
  if (!next) return null;
  const day = formatNearDay(localDate(next.startsAt, zone), localDate(now, zone));
  return (
    <section className={task}>
      <h2>
        {day}, {formatTime(next.startsAt, zone)}
      </h2>
      <p>{next.isCalledOff ? "Your session was called off." : "Your next session."}</p>
      <LinkButton href={paths.portal.sessions} look="quiet" flush>
        Coming up
      </LinkButton>
    </section>
  );
}
