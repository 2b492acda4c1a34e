import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { paths } from "@/lib/paths";
import { type ProtocolPath, weeksAhead } from "@/lib/protocol/path";
import { phasesAhead } from "../../../../assign/schedule-from-query";

/** The way to assigning something at a week of this path or before a phase. Holds and repeats move it along. */
export function AssignAt({ clientId, path }: { clientId: string; path: ProtocolPath }) {
  const weeks = weeksAhead(path).map(({ number }) => number);
  const ahead = phasesAhead(path);
  const options = [
    ...[...new Set(weeks)].map((week) => ({ value: `week-${week}`, label: `At the end of week ${week}` })),
    ...ahead.map(({ number, title }) => ({ value: `phase-${number}`, label: `Before ${title}` })),
    ...(ahead.length > 1 ? [{ value: "phases", label: "Before each phase" }] : []),
  ];
  if (options.length === 0) return null;
  return (
    <Section
      id="assign-at"
      title="Assign an assessment"
      sub="Tied to the path: it moves when a week is held or repeated."
    >
      <form className="assign-at" method="get" action={paths.client(clientId).assign}>
        <Select id="at" label="When" options={options} />
        <Button type="submit">Choose what to assign</Button>
      </form>
    </Section>
  );
}
