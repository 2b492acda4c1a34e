import type { StaffRole } from "@/lib/actor";
import { firstNameOf } from "@/lib/first-name";
import { caseloadOfAlma } from "./caseload-of-alma";
import { caseloadOfSamuel } from "./caseload-of-samuel";
import { caseloadOfSunniva } from "./caseload-of-sunniva";
import { couplesInEachState, type PlannedEnd } from "./couples-in-each-state";
import type { SamplePerson, TherapistKey } from "./person";
import { idOf } from "./seeded-random";

export const sampleZone = "Europe/London";
export const practiceId = idOf("practice", "Northbank");

export type SampleStaff = { key: string; name: string; role: StaffRole; supervises: readonly TherapistKey[] };

export const staff: readonly SampleStaff[] = [
  { key: "ruth", name: "Ruth Adeyemi", role: "owner", supervises: [] },
  { key: "henrik", name: "Henrik Vass", role: "supervisor", supervises: ["alma", "samuel"] },
  { key: "alma", name: "Alma Keller", role: "therapist", supervises: [] },
  { key: "samuel", name: "Samuel Okoro", role: "therapist", supervises: [] },
  { key: "sunniva", name: "Sunniva Rao", role: "therapist", supervises: [] },
  { key: "miriam", name: "Miriam Falk", role: "therapist", supervises: [] },
];

/**
 * Everybody in therapy, in the order in which they were given record numbers: those who started first in front, then those who
 * came with Miriam Falk.
 */
export const clients: readonly SamplePerson[] = [
  ...[...caseloadOfAlma, ...caseloadOfSamuel, ...caseloadOfSunniva].sort(
    (a, b) => b.day - a.day || a.name.localeCompare(b.name, "en"),
  ),
  ...couplesInEachState.flatMap(({ people }) => people),
];

type LinkedCouple = readonly [string, string];

const linkedInState: readonly LinkedCouple[] = couplesInEachState
  .filter(({ isLinked }) => isLinked)
  .map(({ people: [one, other] }) => [one.name, other.name]);

export const couples: readonly LinkedCouple[] = [
  ["Ines Marchetti", "Dario Conti"],
  ["Clara Weiss", "Joanna Pike"],
  ["Matthew Cole", "Luis Ferreira"],
  ...linkedInState,
];

/** The end of a couple’s link, where it has ended. */
export const endOf = (first: string): PlannedEnd | null =>
  couplesInEachState.find(({ people }) => people[0].name === first)?.ended ?? null;

/** The first name of whoever the client does the exercises with, with a portal or without. */
export function partnerOf(person: SamplePerson): string | null {
  const pair = couples.find((names) => names.includes(person.name));
  const other = pair?.find((name) => name !== person.name);
  return other ? firstNameOf(other) : person.partner;
}

export const staffId = (key: string): string => idOf("account", key);
export const clientId = (person: Pick<SamplePerson, "name">): string => idOf("client", person.name);
export const clientAccountId = (person: Pick<SamplePerson, "name">): string => idOf("account", person.name);

/** "Aleš Novák" writes as ales.novak@sample.example. */
export const addressOf = (name: string): string =>
  `${name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(" ", ".")}@sample.example`;
