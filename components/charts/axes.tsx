type ValueAxisProps = {
  ticks: readonly number[];
  at: (value: number) => number;
  /** Where the lines begin and end. */
  from: number;
  to: number;
  /** Where the figures end. */
  labels: number;
};

/** The lines and figures of a scale that runs upwards: every chart of ours has them from here. */
export function ValueAxis({ ticks, at, from, to, labels }: ValueAxisProps) {
  return (
    <>
      <path className="gridline" d={ticks.map((tick) => `M${from} ${at(tick)}H${to}`).join("")} />
      {ticks.map((tick) => (
        <text key={tick} className="txt end" x={labels} y={at(tick) + 4}>
          {Math.round(tick * 10) / 10}
        </text>
      ))}
    </>
  );
}

/** The same in a drawing that fills its cell: the lines run through all of it, the figures stand left of it. */
export function FluidValueAxis({ ticks, at }: Pick<ValueAxisProps, "ticks" | "at">) {
  return ticks.map((tick) => (
    <g key={tick}>
      <line className="gridline" x2="100%" y1={at(tick)} y2={at(tick)} />
      <text className="txt end" x="-6" y={at(tick) + 4}>
        {Math.round(tick * 10) / 10}
      </text>
    </g>
  ));
}

type WeekAxisProps = {
  weeks: readonly number[];
  /** In pixels, or as a share of the width. */
  at: (week: number) => number | string;
  y: number;
  /** Where “Wk” ends; without it the axis does not name itself. */
  named?: number | undefined;
  /** The week that today is in. */
  current?: number | null;
};

/** The numbers of the weeks under a chart. */
export function WeekAxis({ weeks, at, y, named, current = null }: WeekAxisProps) {
  return (
    <>
      {weeks.map((week) => (
        <text key={week} className={week === current ? "txt mid bold" : "txt mid"} x={at(week)} y={y}>
          {week}
        </text>
      ))}
      {named === undefined ? null : (
        <text className="txt end" x={named} y={y}>
          Wk
        </text>
      )}
    </>
  );
}
