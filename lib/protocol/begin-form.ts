import { z } from "zod";
import { reasonShape } from "@/lib/protocol/decision-form";

export const beginForm = z.strictObject({ clientId: z.uuid(), reason: reasonShape });
export type BeginForm = z.infer<typeof beginForm>;
