import { type Instrument, parseInstrument } from "@/lib/domain/assessments/instrument";
import { type ProtocolVersion, protocolVersionSchema } from "@/lib/domain/protocol/definition";
import { rememberedBy } from "./remembered";
import { instrumentVersion } from "./schema/assessments";
import { protocolVersion } from "./schema/protocol";

/** What a query selects of a version so that its definition can be read once and remembered. */
export const instrumentColumns = {
  practiceId: instrumentVersion.practiceId,
  id: instrumentVersion.id,
  publishedAt: instrumentVersion.publishedAt,
  definition: instrumentVersion.definition,
};

export const protocolColumns = {
  practiceId: protocolVersion.practiceId,
  id: protocolVersion.id,
  publishedAt: protocolVersion.publishedAt,
  definition: protocolVersion.definition,
};

/** The instrument of a version that was read in scope. */
export const instrumentOf = rememberedBy<Instrument>(parseInstrument);

/** The protocol of a version that was read in scope. */
export const protocolOf = rememberedBy<ProtocolVersion>((definition) => protocolVersionSchema.parse(definition));
