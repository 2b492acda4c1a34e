import { ValueAxis, WeekAxis } from "@/components/charts/axes";
import { round } from "@/components/charts/geometry";
import { scale } from "@/components/charts/scales";
import { DataTableAlternative } from "@/components/ui/data-table-alternative";
import type { RetentionStep } from "@/lib/figures/retention";

type Props = {
  /** The finding in words. */
  label: string;
  steps: readonly RetentionStep[];
  weeks: number;
};

/** The share that stays, as a stair: it falls where somebody goes, and ends where too few are left to say. */
export function RetentionChart({ label, steps, weeks }: Props) {
  const table = {
    caption: label,
    columns: ["Week", "Looked at", "Stay, %"],
    rows: steps.map(({ week, atRisk, share }) => [week, atRisk, Math.round(share * 100)]),
  };
  return (
    <DataTableAlternative table={table}>
      <div className="@max-[414px]:hidden">
        <Stair label={label} steps={steps} weeks={weeks} width={640} />
      </div>
      <div className="@max-[414px]:block hidden">
        <Stair label={label} steps={steps} weeks={weeks} width={320} />
      </div>
    </DataTableAlternative>
  );
}

function Stair({ label, steps, weeks, width }: Props & { width: number }) {
  const plot = { left: 40, right: width - 12, top: 14, floor: 180 };
  const x = scale([0, weeks], [plot.left, plot.right]);
  const y = scale([0, 100], [plot.floor, plot.top]);
  const [, ...later] = steps;
  const stair = later.map(({ week, share }) => `H${x(week)}V${y(round(share * 100))}`).join("");
  const every = width < 400 ? 2 : 1;
  return (
    <svg
      className="max-w-full h-auto"
      width={width}
      height="236"
      viewBox={`0 0 ${width} 236`}
      role="img"
      aria-label={label}
    >
      <ValueAxis ticks={[0, 25, 50, 75, 100]} at={y} from={plot.left} to={plot.right} labels={plot.left - 8} />
      <path className="gap" d={`M${x(0)} ${y(100)}${stair}`} />
      <WeekAxis weeks={steps.flatMap(({ week }) => (week % every === 0 ? [week] : []))} at={x} y={200} named={22} />
      <text className="txt end" x={22} y={222}>
        n
      </text>
      {steps.map(({ week, atRisk }) =>
        week % every === 0 ? (
          <text key={week} className="txt mid" x={x(week)} y={222}>
            {atRisk}
          </text>
        ) : null,
      )}
    </svg>
  );
}
