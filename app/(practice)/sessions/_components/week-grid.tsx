import Link from "next/link";
import { theirWords } from "@/components/ui/their-words";
import type { Appointment } from "@/db/queries/appointments/appointment-rows";
import { endOf, statusAfter } from "@/lib/appointments/appointment";
import { type CalendarWeek, dayWords, withNumbers, withWhom } from "@/lib/appointments/calendar";
import { formatDay, formatTime } from "@/lib/format";
import type { WorkingHours } from "@/lib/identity/working-hours";
import { paths } from "@/lib/paths";
import { localDate } from "@/lib/time/zone";
import { type Clock, outcomeWords } from "../../_sessions/session-view";

type Props = {
  week: CalendarWeek;
  sessions: readonly Appointment[];
  clock: Clock;
  hours: WorkingHours | null;
  absences: readonly { fromDay: string; untilDay: string }[];
  /** Somebody looks on: numbers of records stand for names, and nothing says how it went. */
  isBeside?: boolean;
};

/** Seven days beside one another, below each other on a small screen: the day, the hours that clients read, the sessions. */
export function WeekGrid({ week, sessions, clock, hours, absences, isBeside = false }: Props) {
  const today = localDate(clock.now, clock.zone);
  return (
    <ol
      aria-label="Days of the week"
      className="mt-6 grid border-t-[1.5px] border-ink desk:grid-cols-7 desk:divide-x desk:divide-line"
    >
      {week.days.map((date) => {
        const words = dayWords(date, hours, absences);
        return (
          <li
            key={date}
            aria-current={date === today ? "date" : undefined}
            className="grid content-start gap-2 border-b border-line py-2.5 desk:min-h-48 desk:px-2.5 desk:first:pl-0 desk:last:pr-0 aria-[current]:bg-primary-tint max-desk:aria-[current]:-mx-3 max-desk:aria-[current]:px-3"
          >
            <h2 className="flex flex-wrap items-baseline gap-x-2 text-base font-strong desk:block">
              {formatDay(date, today)}
              <span className="text-small font-normal text-ink-2 desk:block">
                {date === today ? "Today" : ""}
                {date === today && words ? ", " : ""}
                {words}
              </span>
            </h2>
            <ul className="grid gap-2 empty:hidden">
              {sessions
                .filter(({ startsAt }) => localDate(startsAt, clock.zone) === date)
                .map((one) => (
                  <li key={one.id}>
                    <Entry one={one} clock={clock} isBeside={isBeside} />
                  </li>
                ))}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}

const entry =
  "grid rounded-control border-l-4 border-primary bg-surface px-2.5 py-1.5 text-ink no-underline hover:bg-sunken data-off:border-edge data-off:text-ink-2 forced-colors:border-y";

function Entry({ one, clock, isBeside }: { one: Appointment; clock: Clock; isBeside: boolean }) {
  const isOff = ["cancelled", "missed"].includes(statusAfter(one.kind));
  const times = `${formatTime(one.startsAt, clock.zone)}–${formatTime(endOf(one), clock.zone)}`;
  const words = isBeside ? null : one.wishes.length > 0 ? "Asked for another time" : outcomeWords(one, clock.now);
  const inside = (
    <>
      <span className="text-small tabular-nums">{times}</span>
      {isBeside ? (
        <span className="font-strong">{withNumbers(one.recordNumbers)}</span>
      ) : (
        <bdi className="font-strong wrap-anywhere" {...theirWords}>
          {withWhom(one)}
        </bdi>
      )}
      {words ? <span className="text-small text-ink-2">{words}</span> : null}
    </>
  );
  const off = isOff && !isBeside ? { "data-off": "" } : {};
  return isBeside ? (
    <div className={entry}>{inside}</div>
  ) : (
    <Link className={entry} href={paths.session(one.id)} prefetch={false} {...off}>
      {inside}
    </Link>
  );
}
