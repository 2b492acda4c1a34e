import { Checkbox } from "@/components/ui/checkbox";

type Props = { protocolWeeks: number; chosen: ReadonlySet<string> };

/** Weeks of the protocol to choose among, and its start. */
export function WeekPicks({ protocolWeeks, chosen }: Props) {
  return (
    <div className="week-picks">
      {Array.from({ length: protocolWeeks + 1 }, (_, week) => String(week)).map((week) => (
        <Checkbox
          key={week}
          id={`week-${week}`}
          name="weeks[]"
          value={week}
          label={week === "0" ? "Start" : `Week ${week}`}
          defaultChecked={chosen.has(week)}
        />
      ))}
    </div>
  );
}
