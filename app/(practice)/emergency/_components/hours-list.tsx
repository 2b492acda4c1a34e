import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { Flag } from "@/components/ui/flag";
import type { EmergencyHour } from "@/db/queries/clients/emergencies";
import { isOpenAt, minutesLeft, overAt } from "@/lib/clients/emergency";
import { formatMoment, formatTime, inSentence } from "@/lib/format";
import { limits } from "@/lib/limits";
import { paths } from "@/lib/paths";
import { counted } from "@/lib/plural";
import { end, review } from "../actions";

type Props = {
  hours: readonly EmergencyHour[];
  reader: { accountId: string; zone: string; mayReview: boolean; isAlone: ReadonlySet<string> };
  now: Date;
};

/** Who opened what, when, why and for how long, and what somebody else found afterwards. */
export function HoursList({ hours, reader, now }: Props) {
  return (
    <ul className="grid gap-5 max-w-160">
      {hours.map((hour) => (
        <li key={hour.id} className="border-t border-line pt-4 grid gap-2">
          <Head hour={hour} zone={reader.zone} now={now} />
          <p className="reading wrap-anywhere">{hour.reason}</p>
          <After hour={hour} reader={reader} now={now} />
        </li>
      ))}
    </ul>
  );
}

function Head({ hour, zone, now }: { hour: EmergencyHour; zone: string; now: Date }) {
  const { who, recordNumber, clientId, isReached, openedAt, readings } = hour;
  const until = formatTime(overAt(hour), zone);
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 text-ink-2">
      <strong className="text-ink">{formatMoment(openedAt, now, zone)}</strong>
      <span>
        {who} opened{" "}
        {isReached ? (
          <Link href={paths.client(clientId).overview} prefetch={false}>
            record {recordNumber}
          </Link>
        ) : (
          `record ${recordNumber}`
        )}
        {isOpenAt(hour, now) ? `, open until ${until}` : `, until ${until}`}
      </span>
      <span>{readings === 0 ? "nothing was read" : `something was read ${counted(readings, "time")}`}</span>
    </p>
  );
}

function After({ hour, reader, now }: Omit<Props, "hours"> & { hour: EmergencyHour }) {
  const { accountId, zone, mayReview, isAlone } = reader;
  const isOwn = hour.openedBy === accountId;
  if (isOpenAt(hour, now))
    return isOwn ? (
      <ActionForm action={end} submit="End it now" busy="Ending…" look="outline" small>
        <input type="hidden" name="accessId" value={hour.id} />
        <p className="text-small text-ink-2">{counted(minutesLeft(hour, now), "minute")} left.</p>
      </ActionForm>
    ) : null;
  if (hour.review)
    return (
      <p className="text-ink-2 wrap-anywhere">
        {hour.review.by} looked through it {inSentence(formatMoment(hour.review.at, now, zone))}: {hour.review.note}
      </p>
    );
  if (!mayReview || (isOwn && !isAlone.has(hour.id)))
    return <Flag tone="attention">{isOwn ? "Somebody else looks through it" : "Nobody looked through it yet"}</Flag>;
  return (
    <>
      <Flag tone="attention">Nobody looked through it yet</Flag>
      <ActionForm action={review} submit="I looked through it" busy="Keeping…" className="grid gap-3 max-w-105">
        <input type="hidden" name="accessId" value={hour.id} />
        <FormTextarea name="note" label="What you found" rows={3} maxLength={limits.emergencyNote} required />
      </ActionForm>
    </>
  );
}
