import { type Dose, doseLabel } from "@/lib/protocol/dose";

const times = [1, 2, 3, 4, 5, 6] as const;

/** Every dose that a form offers, in the order of a list. */
const offered: readonly Dose[] = [
  { kind: "daily" },
  ...times.map((n): Dose => ({ kind: "times", times: n })),
  ...times.map((n): Dose => ({ kind: "up-to", times: n })),
  ...[0, 1, 2, 3].map((n): Dose => ({ kind: "when-it-comes", practise: n })),
];

/** A dose as one short word for a form or an address: "daily", "times-3", "up-to-2", "when-it-comes-2". */
export function doseKey(dose: Dose): string {
  if (dose.kind === "daily") return dose.kind;
  return `${dose.kind}-${dose.kind === "when-it-comes" ? dose.practise : dose.times}`;
}

/** What a form lists: the key of each dose and its label. */
export const doseChoices = offered.map((dose) => ({ value: doseKey(dose), label: doseLabel(dose) }));

/** The dose that a key stands for; undefined for a text that is none. */
export function doseOfKey(key: string): Dose | undefined {
  return offered.find((dose) => doseKey(dose) === key);
}
