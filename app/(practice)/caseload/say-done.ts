import { plural } from "@/lib/plural";

type Done = { reached: readonly unknown[]; left: readonly { person: { name: string }; why: string }[] };
type Words = { nobody: string; one: string; several: (count: number) => string };

/** How many were reached, and who was left out with the reason, in one sentence after another. */
export function sayDone({ reached, left }: Done, { nobody, one, several }: Words): string {
  const count = reached.length;
  const said = count === 0 ? nobody : plural(count, one, several(count));
  return [said, ...left.map(({ person, why }) => `Left out, ${person.name}: ${why}`)].join(" ");
}
