import { PairLines } from "@/components/charts/pair-lines";
import { Icon } from "@/components/ui/icon";
import type { CouplePerson, CoupleView } from "@/db/queries/couples/couple";
import { firstOf } from "../couple-rows";

/** The finished weeks of both on one scale; in what both may see, only a line that its owner shares. */
export function ConnectionOfBoth({ view: { first, second }, isBoth }: { view: CoupleView; isBoth: boolean }) {
  const kept = [first, second].filter(({ shares }) => !shares.includes("connection-weeks"));
  const lineOf = (person: CouplePerson) =>
    (isBoth && kept.includes(person)) || person.weeks.every(({ score }) => score === null)
      ? null
      : { name: firstOf(person), weeks: person.weeks };
  const lines = { first: lineOf(first), second: lineOf(second) };
  if (isBoth && kept.length > 0) return <p className="text-ink-2">Not shared.</p>;
  if (!lines.first && !lines.second)
    return <p className="text-ink-2">No week in which two days were answered is over yet.</p>;
  const label = `Connection of ${[lines.first, lines.second].flatMap((line) => line?.name ?? []).join(" and ")}, the middle of each finished week, 1 to 10`;
  return (
    <div className={kept.length > 0 ? "print:hidden!" : undefined}>
      <PairLines label={label} {...lines} />
      {kept.map((person) => (
        <p key={person.header.id} className="flex gap-1.25 mt-2 text-ink-2 text-small items-center">
          <Icon name="lock" small />
          {firstOf(person === first ? second : first)} can’t see the line of {firstOf(person)}
        </p>
      ))}
    </div>
  );
}
