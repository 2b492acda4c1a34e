import { foreignKey, index, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { ExportPart } from "@/lib/exports/choices";
import { exportFormats } from "@/lib/exports/formats";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** A file that somebody made of a client’s record, for an hour. The worker removes it then; that it was made stays in the audit. */
export const exportFile = pgTable(
  "export_file",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    format: text("format", { enum: exportFormats }).notNull(),
    parts: jsonb("parts").$type<ExportPart[]>().notNull(),
    bytes: integer("bytes").notNull(),
    /** The bytes of the file in base64. */
    contentSealed: text("content_sealed").notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: instant("made_at").notNull(),
    endsAt: instant("ends_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.madeBy], foreignColumns: [account.practiceId, account.id] }),
    index("export_file_client").on(t.practiceId, t.clientId, t.madeAt.desc()),
  ],
);

export const exportFileContent = sealedColumn("export_file", "content");
