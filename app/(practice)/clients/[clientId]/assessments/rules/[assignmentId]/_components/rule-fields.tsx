import { Button } from "@/components/ui/button";
import { ErrorLine } from "@/components/ui/error-line";
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
    <form
      method="get"
      className="[&>[data-look]]:justify-self-start [&_fieldset]:grid [&_fieldset]:gap-3 [&_fieldset]:m-0 [&_fieldset]:p-0 [&_fieldset]:border-0 [&_fieldset]:min-w-0 [&_legend]:mb-2 [&_legend]:p-0 [&_legend]:font-semibold [&_legend]:text-section [&_legend]:leading-snug [&_legend]:font-serif grid gap-5 max-w-180 print:hidden"
    >
      {kind === "every" ? (
        <div className="[&>div:has(>_[data-field])]:grid [&>div:has(>_[data-field])]:mb-3 [&>div:has(>_[data-field])]:grid-rows-subgrid [&>div:has(>_[data-field])]:row-span-4 [&>div>[data-label]]:self-end [&>div>[data-field]]:row-3 grid gap-x-5 -mb-3 grid-cols-[repeat(auto-fit,minmax(180px,1fr))]">
          <Field {...text("next")} label="Next due on" type="date" min={today} />
          <Field {...text("every")} label="Weeks between" {...numeric("weeksBetween")} />
          <Select {...text("ends")} label="Ends" options={endings} />
          <Field {...text("times")} label="How many more times" {...numeric("times", "If it ends by itself.")} />
        </div>
      ) : null}
      {kind === "protocol-weeks" ? (
        <fieldset>
          <legend>Protocol weeks</legend>
          {faults.weeks ? <ErrorLine>{faults.weeks}</ErrorLine> : null}
          <WeekPicks protocolWeeks={protocolWeeks} chosen={weeks} />
        </fieldset>
      ) : null}
      <div className="[&>div:has(>_[data-field])]:grid [&>div:has(>_[data-field])]:mb-3 [&>div:has(>_[data-field])]:grid-rows-subgrid [&>div:has(>_[data-field])]:row-span-4 [&>div>[data-label]]:self-end [&>div>[data-field]]:row-3 grid gap-x-5 -mb-3 grid-cols-[repeat(auto-fit,minmax(180px,1fr))]">
        <Field {...text("days")} label="Days to answer" {...numeric("daysToAnswer", "From opening until it is due.")} />
        <Field
          {...text("expires")}
          label="Closes, days after it is due"
          {...numeric("daysUntilClosed", "Empty: it stays open.")}
        />
        <Select {...text("grace")} label="Time to finish" hint="After each answer, once closed" options={graces} />
        <Select {...text("layout")} label="Shown" hint="From the next opening on" options={layouts} />
      </div>
      <Button type="submit">Show what changes</Button>
    </form>
  );
}
