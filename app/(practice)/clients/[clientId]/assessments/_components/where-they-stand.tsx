import Link from "next/link";
import { Sparkline } from "@/components/charts/sparkline";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { Section } from "@/components/ui/section";
import { type Measured, type MeasureRow, measureRows } from "@/lib/assessments/newest-measures";
import { formatDay } from "@/lib/format";
import { paths } from "@/lib/paths";
import { counted, plural } from "@/lib/plural";

const arrows = { up: "arrow-up", down: "arrow-down", level: "level" } as const;

const line = [
  "grid grid-cols-[minmax(0,5fr)_5.5rem_minmax(0,6fr)_92px] items-center gap-x-5 border-b border-line py-1.5",
  "narrow:grid-cols-[minmax(0,1fr)_92px] narrow:gap-y-0.5 narrow:py-2.5 print:break-inside-avoid",
].join(" ");

/** How many scales are shown before the rest is folded away. */
const first = 6;

type Props = { measured: readonly Measured[]; clientId: string; today: string };

/** The newest score of every scale with its change and the way there: what a list of names does not say. */
export function WhereTheyStand({ measured, clientId, today }: Props) {
  const rows = measureRows(measured);
  if (rows.length === 0) return null;
  return (
    <Section
      id="measures"
      title="Where it stands"
      sub="The newest score of each scale, beside the one before it. A fall or a rise beyond measurement error is set in bold."
    >
      <Rows rows={rows.slice(0, first)} clientId={clientId} today={today} />
      {rows.length > first ? (
        <details>
          <summary>{counted(rows.length - first, "more scale")}</summary>
          <Rows rows={rows.slice(first)} clientId={clientId} today={today} />
        </details>
      ) : null}
    </Section>
  );
}

function Rows({ rows, clientId, today }: Omit<Props, "measured"> & { rows: readonly MeasureRow[] }) {
  return (
    <ul className="list-none">
      {rows.map(({ key, id, date, title, instrument, score, range, isProrated, change, trend }) => (
        <li key={key} className={line}>
          <span>
            <Link
              href={paths.client(clientId).assessment(id)}
              className="font-strong text-inherit no-underline hover:underline"
              prefetch={false}
            >
              {title}
            </Link>
            <span className="block text-ink-2 text-small">
              {instrument ? `${instrument}, ` : ""}
              {formatDay(date, today)}
            </span>
          </span>
          <span className="narrow:order-3">
            <b className="font-strong figures">{score}</b>
            <span className="text-ink-2 text-small">
              {range.min === 0 ? ` of ${range.max}` : ` in ${range.min} to ${range.max}`}
            </span>
            {isProrated ? <span className="block text-ink-2 text-small">prorated</span> : null}
          </span>
          <span
            className={classNames(
              "flex items-start gap-1.25 text-small narrow:order-4 narrow:col-span-full [&>svg]:mt-0.5",
              change?.isReliable ? "font-semibold text-ink" : "text-ink-2",
            )}
          >
            {change ? (
              <>
                <Icon name={arrows[change.way]} small />
                <span>
                  {change.words}
                  <span className="text-ink-2 font-normal">, since {formatDay(change.since, today)}</span>
                </span>
              </>
            ) : (
              "Answered once so far"
            )}
          </span>
          <span className="narrow:order-2 narrow:row-span-2 narrow:self-center">
            <Sparkline
              scores={trend}
              ends={[range.min, range.max]}
              label={`${title}, the last ${plural(trend.length, "response", `${trend.length} responses`)}: ${trend.map((one) => Math.round(one * 100) / 100).join(", ")}`}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
