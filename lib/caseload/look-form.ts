import { z } from "zod";
import { queryOf, viewOfQuery } from "@/lib/caseload/view";
import { wordsUpTo } from "@/lib/written-words";

/** More would be a list to read, and not a way to be quick. */
export const MOST_LOOKS = 12;

const name = wordsUpTo("lookName", "Give it a name first.");

/** A look of the caseload to keep under a name. `id` is made by the page: sent twice, it is kept once. */
export const keepLookForm = z.strictObject({
  id: z.uuid(),
  name,
  /** The end of an address: only what is understood of it is kept, and no words that were searched for. */
  query: z
    .string()
    .max(1000)
    .default("")
    .transform((query) => queryOf({ ...viewOfQuery(query), q: "" })),
});
export type KeepLookForm = z.infer<typeof keepLookForm>;

export const renameLookForm = z.strictObject({ id: z.uuid(), name });
export type RenameLookForm = z.infer<typeof renameLookForm>;

export const removeLookForm = z.strictObject({ id: z.uuid() });
export type RemoveLookForm = z.infer<typeof removeLookForm>;
