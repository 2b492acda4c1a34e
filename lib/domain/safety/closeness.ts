import type { Instrument } from "@/lib/domain/assessments/instrument";

/** Shipped measures of how close or content two people are that are answered once, not as now and wished. */
const ofCloseness: ReadonlySet<string> = new Set(["connection-check", "csi-16", "ras", "rdas"]);

/**
 * Whether an instrument's scores tell how close two people are. Closeness grows under intermittent harm too (PRODUCT,
 * section 1), so these scores, and any change in them, are shown and carried out only while the couple's gate is clear.
 */
export const measuresCloseness = ({ key, forms }: Pick<Instrument, "key" | "forms">): boolean =>
  forms.length > 1 || ofCloseness.has(key);
