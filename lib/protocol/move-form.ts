import { z } from "zod";
import { reasonShape, wordsShape } from "@/lib/protocol/decision-form";

const shared = { id: z.uuid(), clientId: z.uuid(), reason: reasonShape, words: wordsShape };

/** A path put on another version. `id` is made by the page: the same form sent twice moves once. */
export const moveForm = z.strictObject({ ...shared, versionId: z.uuid("Choose a version.") });
export type MoveForm = z.infer<typeof moveForm>;

/** The same taken back. */
export const withdrawMoveForm = z.strictObject({ ...shared, moveId: z.uuid() });
export type WithdrawMoveForm = z.infer<typeof withdrawMoveForm>;
