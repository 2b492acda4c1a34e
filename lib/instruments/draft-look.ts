import type { Instrument } from "@/lib/assessments/instrument";
import { placeNumber } from "@/lib/place-number";

/** What somebody looks at who publishes a draft: it is another once anything of it has changed. */
export const draftLook = (instrument: Instrument): string => placeNumber(JSON.stringify(instrument));
