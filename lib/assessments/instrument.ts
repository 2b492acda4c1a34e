import type { z } from "zod";
import { instrumentFaults } from "@/lib/assessments/instrument-faults";
import { instrumentShape } from "@/lib/assessments/instrument-shape";

/**
 * One instrument, as data. Items are known by their stable id, never by position or title; a published version never
 * changes. Strict: an unknown field is an error. Scores carry the unit of `range`; `direction` says which way is better.
 */
export const instrumentSchema = instrumentShape.superRefine((instrument, context) => {
  for (const fault of instrumentFaults(instrument)) {
    context.addIssue({ code: "custom", path: fault.path, message: fault.message });
  }
});

export type InstrumentSource = z.input<typeof instrumentSchema>;
export type Instrument = z.infer<typeof instrumentSchema>;
export type Item = Instrument["items"][number];
export type Option = Instrument["optionSets"][string][number];
export type Scale = Instrument["scales"][number];
export type Form = Instrument["forms"][number];
export type CriticalRule = Item["critical"][number];

/** One answer. A null value is a question the person looked at and left blank or declined; it never counts as 0. */
export type Answer = { itemId: string; form: Form; value: number | string | null };

/**
 * Reads an instrument from untrusted data. Throws a ZodError that names each fault and where it is.
 */
export function parseInstrument(source: unknown): Instrument {
  return instrumentSchema.parse(source);
}
