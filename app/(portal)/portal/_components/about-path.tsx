import type { PortalToday } from "@/db/queries/portal-today";
import { formatMoment } from "@/lib/format";

type Props = { about: PortalToday["aboutPath"]; now: Date; zone: string };

/** What the therapist wrote when the path was changed, if it was. */
export function AboutPath({ about, now, zone }: Props) {
  if (!about) return null;
  return (
    <section className="task">
      <h2>From {about.from.split(" ")[0]}: about your path</h2>
      <p className="read">{about.words}</p>
      <p className="sm sec">{formatMoment(about.decidedAt, now, zone)}</p>
    </section>
  );
}
