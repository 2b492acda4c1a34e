import { addDays } from "@/lib/time/local-date";
import type { SamplePerson } from "./person";

type Told = Partial<SamplePerson> & Pick<SamplePerson, "name" | "pronouns">;

/** A link that ended: so many days ago, and in how many days what each can see of it changes. */
export type PlannedEnd = { daysAgo: number; shownInDays: number };

export type CoupleInState = {
  /** What there is to see, as the sample’s own door says it. */
  words: string;
  people: readonly [SamplePerson, SamplePerson];
  /** Linked unless told: before both are clear there is nothing to link. */
  isLinked: boolean;
  ended?: PlannedEnd;
};

/** Short histories: these couples are here for what their pages open and close, not for their charts. */
const light = {
  therapist: "miriam",
  partner: null,
  connection: [5],
  keeps: 0.55,
  practises: 0.3,
  now: [44, 54, 52, 48, 44],
  change: [6, 2, 6, 2, 4],
  wished: [68, 66, 70, 62, 64],
  anxiety: [6, 5],
  screening: "clear",
  move: "lone_wolf",
} as const satisfies Partial<SamplePerson>;

type Rest = { both?: Partial<SamplePerson> } & Partial<Pick<CoupleInState, "isLinked" | "ended">>;

const couple = (words: string, day: number, one: Told, other: Told, { both, isLinked = true, ...rest }: Rest = {}) => ({
  words,
  people: [
    { ...light, day, ...both, ...one },
    { ...light, day, ...both, ...other },
  ] as const,
  isLinked,
  ...rest,
});

/** The caseload of Miriam Falk, who came to the practice with couples: one in each state that joint steps can be in. */
export const couplesInEachState: readonly CoupleInState[] = [
  couple(
    "Not screened yet: neither has answered the first check",
    2,
    { name: "Nora Lindahl", pronouns: "she/her", partner: "Emil" },
    { name: "Emil Sandgren", pronouns: "he/him", partner: "Nora" },
    { isLinked: false, both: { screening: "unanswered" } },
  ),
  couple(
    "One clear, one not: his answers wait for the therapist",
    6,
    { name: "Ayla Demir", pronouns: "she/her", partner: "Yusuf" },
    { name: "Yusuf Aydin", pronouns: "he/him", partner: "Ayla", screening: "waiting" },
    { isLinked: false },
  ),
  couple(
    "A stop outside a check: own steps for both at once",
    11,
    { name: "Freya Holt", pronouns: "she/her", stop: { onDay: 10, choice: "now" } },
    { name: "Marcus Bell", pronouns: "he/him" },
  ),
  couple(
    "A stop outside a check: own steps from the next practice week",
    11,
    { name: "Anouk Visser", pronouns: "she/her", stop: { onDay: 10, choice: "next-week" } },
    { name: "Daan Smit", pronouns: "he/him" },
  ),
  couple(
    "A stop outside a check: joint tasks unchanged until a named day",
    17,
    { name: "Carla Nunes", pronouns: "she/her", stop: { onDay: 12, choice: "unchanged" } },
    { name: "Rui Tavares", pronouns: "he/him" },
  ),
  couple(
    "Concern: raised by the check before phase 2",
    29,
    {
      name: "Helen Marlow",
      pronouns: "she/her",
      checks: { "before-phase-2": { says: { swings: 2, "made-up-for": 2 }, decided: "yes" } },
    },
    { name: "Peter Gray", pronouns: "he/him" },
  ),
  couple(
    "Stop: raised by the check before phase 2",
    29,
    {
      name: "Judith Amsel",
      pronouns: "she/her",
      checks: { "before-phase-2": { says: { fear: 2, hurt: 1 }, decided: "yes" } },
    },
    { name: "Robert Kern", pronouns: "he/him" },
  ),
  couple(
    "Own steps for the holidays, chosen for both",
    17,
    { name: "Mina Sato", pronouns: "she/her" },
    { name: "Kenji Mori", pronouns: "he/him" },
    {
      both: {
        decisions: [
          {
            onDay: 15,
            change: (start) => ({ kind: "own-steps", from: addDays(start, 15), until: addDays(start, 22) }),
            words: "holidays",
          },
        ],
      },
    },
  ),
  couple(
    "The link has ended, and the agreed day is still ahead",
    20,
    { name: "Beth Larkin", pronouns: "she/her" },
    { name: "Sean Doyle", pronouns: "he/him" },
    { ended: { daysAgo: 2, shownInDays: 5 } },
  ),
  couple(
    "Two accounts that differ: both clear, and joint steps stay closed",
    16,
    {
      name: "Naomi Field",
      pronouns: "she/her",
      checks: { "before-enrolment": { says: { hurt: 1 }, decided: "released", words: "once" } },
    },
    { name: "Adam Crane", pronouns: "he/him" },
  ),
  couple(
    "One has hurt the other, and said so in a check",
    18,
    {
      name: "Oskar Lund",
      pronouns: "he/him",
      checks: { "asked-again": { says: { "own-harm": 1 }, decided: "yes", words: "ownHarm" } },
    },
    { name: "Lena Hoff", pronouns: "she/her", checks: { "asked-again": { decided: "not-yet" } } },
    { both: { askedAgain: true } },
  ),
  couple(
    "The clearance ran out while they were abroad",
    118,
    { name: "Iris Moreau", pronouns: "she/her" },
    { name: "Paul Renaud", pronouns: "he/him" },
    {
      both: {
        keeps: 0.3,
        practises: 0.15,
        away: [[36, 112]],
        unanswered: ["safety-and-steadiness:renewal"],
        decisions: [
          {
            onDay: 36,
            change: (start) => ({ kind: "pause", until: addDays(start, 113) }),
            words: "abroad",
          },
        ],
      },
    },
  ),
];
