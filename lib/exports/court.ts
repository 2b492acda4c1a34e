import { z } from "zod";
import { localDateOr } from "@/lib/time/local-date";
import { wordsUpTo } from "@/lib/written-words";

/** What every file for a court says first: in whose hands it may be read for more than it is. */
export const courtStamp = "No risk assessment; clear is no finding.";

/** A court, or who acts for one, asks for a record. `id` is made by the page. */
export const demandForm = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  demand: wordsUpTo("accountReason", "Write who asks for what, and under which number."),
  dueOn: z
    .union([z.literal(""), localDateOr("Choose a day.")])
    .default("")
    .transform((day) => day || null),
});
export type DemandForm = z.infer<typeof demandForm>;

/** What became of it: the file was handed over, or it was refused or withdrawn. */
export const answerDemandForm = z.strictObject({
  id: z.uuid(),
  clientId: z.uuid(),
  demandId: z.uuid(),
  reason: wordsUpTo("accountReason", "Write what was given, to whom, or why nothing was."),
});
export type AnswerDemandForm = z.infer<typeof answerDemandForm>;

type Row = { id: string; answersId: string | null };

/** Demands that nobody has answered, in the order given. */
export const openDemands = <R extends Row>(rows: readonly R[]): R[] => {
  const answered = new Set(rows.flatMap(({ answersId }) => answersId ?? []));
  return rows.filter(({ id, answersId }) => answersId === null && !answered.has(id));
};
