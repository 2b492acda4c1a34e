import type { Form } from "@/lib/assessments/instrument";

/** What one scale of one form came to. */
export type ScaleScore = {
  form: Form;
  scale: string;
  status: "scored" | "prorated" | "unscored";
  /** In the unit of the scale's range; null when unscored. Never rounded. */
  score: number | null;
  answered: number;
  /** How many questions it counts. */
  items: number;
  /** A plain sentence for prorated and unscored; null when every answer was there. */
  reason: string | null;
};

/** What the questions of one form came to, after reversing; null where there is no answer. */
export type ItemValues = ReadonlyMap<string, number | null>;
