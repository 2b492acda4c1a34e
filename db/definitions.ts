import { sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { parseInstrument } from "@/lib/assessments/instrument";
import { protocolVersionSchema } from "@/lib/protocol/definition";
import { rememberedBy } from "./remembered";
import { instrumentVersion } from "./schema/assessments";
import { protocolVersion } from "./schema/protocol";

type VersionColumns = Record<"practiceId" | "id" | "publishedAt" | "definition", PgColumn>;

/**
 * What a row says of a version, as one value for its reader. Nested once more, or a statement of one table would leave its
 * columns without the table's name.
 */
export const versionRow = (table: VersionColumns) =>
  sql`${sql`jsonb_build_object('practiceId', ${table.practiceId}, 'id', ${table.id}, 'publishedAt', ${table.publishedAt}, 'definition', ${table.definition})`}`;

/** The instrument of a version row that was read in scope, as one reads it. */
const readInstrument = rememberedBy(parseInstrument);

/** The protocol of a version row that was read in scope. */
export const readProtocol = rememberedBy((definition) => protocolVersionSchema.parse(definition));

/** Selected as a column: the instrument of the row's version, parsed once when it is published. */
export const instrumentRead = versionRow(instrumentVersion).mapWith(readInstrument);

/** The same for a protocol. */
export const protocolRead = versionRow(protocolVersion).mapWith(readProtocol);
