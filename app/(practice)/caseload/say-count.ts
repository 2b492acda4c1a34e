import { MOST_COUNTED } from "@/db/queries/caseload/caseload-counts";

/** “14”, and “over 200” where nobody counted on. */
export const sayCount = (count: number): string => (count > MOST_COUNTED ? `over ${MOST_COUNTED}` : String(count));
