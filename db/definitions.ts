import { type Instrument, parseInstrument } from "@/lib/assessments/instrument";
import { rememberedBy } from "./remembered";
import { instrumentVersion } from "./schema/assessments";

/** What a query selects of a version so that its definition can be read once and remembered. */
export const instrumentColumns = {
  practiceId: instrumentVersion.practiceId,
  id: instrumentVersion.id,
  publishedAt: instrumentVersion.publishedAt,
  definition: instrumentVersion.definition,
};

/** The instrument of a version that was read in scope. */
export const instrumentOf = rememberedBy<Instrument>(parseInstrument);
