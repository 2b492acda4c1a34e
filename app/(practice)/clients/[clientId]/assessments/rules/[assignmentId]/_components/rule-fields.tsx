import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { AssignmentRule } from "@/lib/assessments/assignment-rule";
import { numeric } from "@/lib/limits";
import { WeekPicks } from "../../../../../../assign/_components/week-picks";
import { endings, graces, layouts } from "../../../../../../assign/rule-choices";
import type { Typed } from "../read-rule";

type Props = {
  kind: AssignmentRule["kind"];
  typed: Typed;
  faults: Readonly<Record<string, string>>;
  protocolWeeks: number;
  today: string;
};

/** The rule as it is to be. It lives in the address; the preview beside it follows. */
export function RuleFields({ kind, typed, faults, protocolWeeks, today }: Props) {
  const text = (name: keyof Typed) => ({
    id: name,
    defaultValue: String(typed[name]),
    error: faults[name],
  });
  const weeks = new Set(typed["weeks[]"]);
  return (
    <form method="get" className="long-form">
      {kind === "every" ? (
        <div className="short-fields">
          <Field {...text("next")} label="Next due on" type="date" min={today} />
          <Field {...text("every")} label="Weeks between" {...numeric("weeksBetween")} />
          <Select {...text("ends")} label="Ends" options={endings} />
          <Field {...text("times")} label="How many more times" hint="If it ends by itself" {...numeric("times")} />
        </div>
      ) : null}
      {kind === "protocol-weeks" ? (
        <fieldset>
          <legend>Protocol weeks</legend>
          {faults.weeks ? <p className="error">{faults.weeks}</p> : null}
          <WeekPicks protocolWeeks={protocolWeeks} chosen={weeks} />
        </fieldset>
      ) : null}
      <div className="short-fields">
        <Field
          {...text("days")}
          label="Days to answer"
          hint="From opening until it is due"
          {...numeric("daysToAnswer")}
        />
        <Field
          {...text("expires")}
          label="Closes, days after it is due"
          hint="Empty: it stays open"
          {...numeric("daysUntilClosed")}
        />
        <Select {...text("grace")} label="Time to finish" hint="After each answer, once closed" options={graces} />
        <Select {...text("layout")} label="Shown" hint="From the next opening on" options={layouts} />
      </div>
      <Button type="submit">Show what changes</Button>
    </form>
  );
}
