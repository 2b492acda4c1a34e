import { z } from "zod";
import { numberField } from "@/lib/number-field";
import { HIGH_ANXIETY, HIGH_TIMES_RUNNING, SKIPS_IN_A_ROW } from "@/lib/signals/proposals";
import { boundsWords } from "@/lib/typed-number";

type Threshold = { usual: number; least: number; most: number; label: string };

/** What a practice may set: what ships (ours), and between what it may lie. */
export const thresholdTable = {
  quietDays: { usual: 5, least: 2, most: 30, label: "Days with nothing logged" },
  skipsInARow: { usual: SKIPS_IN_A_ROW, least: 2, most: 6, label: "Skips running" },
  highAnxiety: { usual: HIGH_ANXIETY, least: 5, most: 10, label: "Anxiety before that counts as high" },
  highTimesRunning: { usual: HIGH_TIMES_RUNNING, least: 2, most: 6, label: "Times running at high anxiety" },
  anxietyTimes: { usual: 8, least: 4, most: 12, label: "Times that falling anxiety is judged by" },
  invitationDays: { usual: 3, least: 1, most: 30, label: "Days until an invitation is asked after" },
  baselineDays: { usual: 7, least: 1, most: 30, label: "Days until a baseline is asked after" },
  gateDays: { usual: 7, least: 1, most: 28, label: "Days before a clearance ends" },
  newAWeek: { usual: 3, least: 1, most: 12, label: "New signals a week before the rest fold" },
} as const satisfies Record<string, Threshold>;

export type ThresholdKey = keyof typeof thresholdTable;
export const thresholdKeys = Object.keys(thresholdTable) as [ThresholdKey, ...ThresholdKey[]];
export type Thresholds = Record<ThresholdKey, number>;

/** What ships, under whatever a practice has set; a key that is not known any more is passed over. */
export function thresholdsOf(set: Readonly<Partial<Record<string, number>>> = {}): Thresholds {
  const all = thresholdKeys.map((key) => [key, set[key] ?? thresholdTable[key].usual] as const);
  return Object.fromEntries(all) as Thresholds;
}

/** A rule with the numbers that count in this practice. */
export const ruleInWords = (rule: string, thresholds: Thresholds): string =>
  rule.replaceAll(/\{(\w+)\}/g, (whole, key: string) => String(thresholds[key as ThresholdKey] ?? whole));

const bounds = ({ least, most }: Threshold) => ({ least, most, isWhole: true });

/** "A whole number from 2 to 30." */
const fits = (key: ThresholdKey): string => boundsWords(bounds(thresholdTable[key]));

/** The attributes of the field in which it is typed. */
export const thresholdField = (key: ThresholdKey) => ({
  ...{ name: key, label: thresholdTable[key].label, inputMode: "numeric" as const },
  hint: `${fits(key)} Nearer proposes ${thresholdTable[key].usual}.`,
});

const field = (key: ThresholdKey) => numberField(bounds(thresholdTable[key]), fits(key));

/** All of them at once, as the owner sees them. */
export const thresholdsForm = z.strictObject(
  Object.fromEntries(thresholdKeys.map((key) => [key, field(key)])) as Record<ThresholdKey, ReturnType<typeof field>>,
);
