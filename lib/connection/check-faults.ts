import type { FormState } from "@/lib/form-state";

/** What a refused check says, beside the field that it is about; what is about none stands at the number. */
export function checkFaults({ status, message, fields }: FormState): { score?: string; note?: string } {
  if (status !== "refused") return {};
  const { score, note } = fields ?? {};
  const atTheNumber = score ?? (note ? undefined : message);
  return { ...(atTheNumber && { score: atTheNumber }), ...(note && { note }) };
}
