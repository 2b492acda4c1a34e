import { z } from "zod";
import { fewestShown } from "@/lib/figures/small-cells";
import { formatList } from "@/lib/format";
import { typedPassword } from "@/lib/identity/shapes";
import { counted } from "@/lib/plural";
import { wordsUpTo } from "@/lib/written-words";

/** What may stand beside somebody’s study number. Each of them makes small groups smaller. */
export const researchColumns = {
  protocol: { label: "Which protocol, and its version" },
  partner: { label: "Whether a partner is linked" },
  standing: { label: "Whether the weeks run, were gone through, or ended early" },
} as const;
export type ResearchColumn = keyof typeof researchColumns;
const columnKeys = Object.keys(researchColumns) as [ResearchColumn, ...ResearchColumn[]];

/** What is measured of them. Words, single answers, moves away and everything about safety are in no such file. */
export const researchParts = {
  checks: { label: "Connection checks" },
  scores: { label: "Scores of assessments" },
  practice: { label: "Exercises, and how they went" },
} as const;
export type ResearchPart = keyof typeof researchParts;
const partKeys = Object.keys(researchParts) as [ResearchPart, ...ResearchPart[]];

export const researchForm = z.strictObject({
  id: z.uuid(),
  purpose: wordsUpTo("researchPurpose", "Write what it is for, and who allows it."),
  "columns[]": z.array(z.enum(columnKeys)).default([]),
  "parts[]": z.array(z.enum(partKeys)).min(1, "Choose at least one thing that the file holds.").default([]),
  mark: z.enum(["yes"]).optional(),
  password: typedPassword,
});
export type ResearchForm = z.infer<typeof researchForm>;

/** One value, by the week since the first, or one that is missing and why. No day, and no word that anybody wrote. */
export type ResearchValue = {
  /** From 1; what came before the weeks is 0. */
  week: number;
  /** Several of one week are numbered in their order. */
  occasion: number;
  kind: "check" | "score" | "exercise";
  measure: string;
  version: number | null;
  form: string | null;
  variable: string;
  value: number | null;
  text: string | null;
  status: "given" | "scored" | "prorated" | "missing";
  reason: string | null;
};

/** One person, before the file is made: what would stand beside their number, and what was measured. */
export type ResearchPerson = {
  about: Readonly<Record<ResearchColumn, string>>;
  values: readonly ResearchValue[];
};

/** A group that is too small for a file: what its people have in common, and how many they are. */
export type SmallGroup = { about: { column: ResearchColumn; value: string }[]; count: number };

/**
 * The groups of fewer than five that the chosen columns make, smallest first. A file with one of them could be about somebody,
 * and is not made. With no column there is one group: everybody.
 */
export function smallGroups(people: readonly ResearchPerson[], columns: readonly ResearchColumn[]): SmallGroup[] {
  const groups = new Map<string, SmallGroup>();
  for (const { about } of people) {
    const key = JSON.stringify(columns.map((column) => about[column]));
    const group = groups.get(key) ?? { about: columns.map((column) => ({ column, value: about[column] })), count: 0 };
    group.count += 1;
    groups.set(key, group);
  }
  if (people.length === 0) return [{ about: [], count: 0 }];
  return [...groups.values()].filter(({ count }) => count < fewestShown).sort((a, b) => a.count - b.count);
}

/** Why no file was made, in sentences. How many a small group has is not said: that would be about them. */
export function refusalSentences(groups: readonly SmallGroup["about"][]): string[] {
  const whole = groups.find((about) => about.length === 0);
  if (whole)
    return [
      `Fewer than ${fewestShown} people would be in it. A file of so few is about somebody, whatever is left out.`,
    ];
  return [
    `Fewer than ${fewestShown} people have this in common:`,
    ...groups.map((about) => `${formatList(about.map(({ value }) => value))}.`),
    (groups[0]?.length ?? 0) > 1
      ? "Leave one of the columns out, and ask again."
      : "Leave the column out, and ask again.",
  ];
}

export type ResearchRow = ResearchValue & { study: number };
export type StudyPerson = { study: number } & Partial<Record<ResearchColumn, string>>;

export type ResearchFile = {
  people: StudyPerson[];
  rows: ResearchRow[];
  /** What was left out because too few have it, in sentences. */
  leftOut: string[];
};

const measureOf = ({ kind, measure, version, form, variable }: ResearchValue) =>
  JSON.stringify([kind, measure, version, form, variable]);

/**
 * The file of everybody under numbers that are drawn anew and say nothing: `order` is a shuffle of the people’s places. A
 * variable that fewer than five have is left out, and so are the weeks that fewer than five have come to.
 */
export function researchFile(
  people: readonly ResearchPerson[],
  columns: readonly ResearchColumn[],
  order: readonly number[],
): ResearchFile {
  const lastWeeks = people.map(({ values }) => Math.max(0, ...values.map(({ week }) => week))).sort((a, b) => b - a);
  const lastWeek = lastWeeks[fewestShown - 1] ?? 0;
  const holders = new Map<string, number>();
  for (const { values } of people) {
    const own = new Set(values.filter(({ week }) => week <= lastWeek).map(measureOf));
    for (const measure of own) holders.set(measure, (holders.get(measure) ?? 0) + 1);
  }
  const isShown = (value: ResearchValue) =>
    value.week <= lastWeek && (holders.get(measureOf(value)) ?? 0) >= fewestShown;
  const inOrder = order.flatMap((place) => people[place] ?? []);
  const rare = new Set(
    [...holders].filter(([, count]) => count < fewestShown).map(([key]) => (JSON.parse(key) as string[])[1] ?? ""),
  );
  const cut = (lastWeeks[0] ?? 0) > lastWeek;
  return {
    people: inOrder.map(({ about }, i) => ({
      study: i + 1,
      ...Object.fromEntries(columns.map((column) => [column, about[column]])),
    })),
    rows: inOrder.flatMap(({ values }, i) => values.filter(isShown).map((value) => ({ study: i + 1, ...value }))),
    leftOut: [
      ...(cut ? [`Weeks after week ${lastWeek}: fewer than ${fewestShown} people have come to them.`] : []),
      ...(rare.size > 0 ? [`Of ${formatList([...rare].sort())}, what fewer than ${fewestShown} people have.`] : []),
    ],
  };
}

export const researchRowColumns = [
  ...(["study", "week", "occasion", "kind", "measure", "version", "form", "variable"] as const),
  ...(["value", "text", "status", "reason"] as const),
] satisfies (keyof ResearchRow)[];

/** What stands first in the file: what it is, and what it must not be used for. */
export const researchReadMe = ({ people, leftOut }: ResearchFile, madeAt: string): string =>
  [
    `Research data of ${counted(people.length, "person", "people")}, made ${madeAt}.`,
    "Study numbers are drawn anew for each file and are kept nowhere: two files cannot be put together by them, and must not be by anything else.",
    "There are no names, birthdays, dates or words. Time is the week since a person’s first, from 1; what came before is week 0.",
    "Questions about safety and what they came to are in no such file.",
    ...(leftOut.length > 0 ? ["Left out, because it would be about few:", ...leftOut] : []),
    "",
  ].join("\r\n");
