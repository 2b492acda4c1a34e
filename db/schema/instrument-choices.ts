import { boolean, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** What a practice says about its right to use somebody else's wording. Rows are only added; the newest counts. */
export const instrumentLicence = pgTable(
  "instrument_licence",
  {
    ...tenantId(),
    instrumentKey: text("instrument_key").notNull(),
    note: text("note").notNull(),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.recordedBy], foreignColumns: [account.practiceId, account.id] }),
    index("instrument_licence_key").on(t.practiceId, t.instrumentKey, t.recordedAt.desc()),
  ],
);

/** Whether changes on an instrument are judged by the practice's own data. Rows are only added; the newest counts. */
export const reliabilityChoice = pgTable(
  "reliability_choice",
  {
    ...tenantId(),
    instrumentKey: text("instrument_key").notNull(),
    usesOwnData: boolean("uses_own_data").notNull(),
    chosenBy: uuid("chosen_by").notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.chosenBy], foreignColumns: [account.practiceId, account.id] }),
    index("reliability_choice_key").on(t.practiceId, t.instrumentKey, t.chosenAt.desc()),
  ],
);

/** Whether an instrument is put away: not offered any more, and never lost. Rows are only added; the newest counts. */
export const instrumentArchiving = pgTable(
  "instrument_archiving",
  {
    ...tenantId(),
    instrumentKey: text("instrument_key").notNull(),
    isArchived: boolean("is_archived").notNull(),
    decidedBy: uuid("decided_by").notNull(),
    decidedAt: instant("decided_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.decidedBy], foreignColumns: [account.practiceId, account.id] }),
    index("instrument_archiving_key").on(t.practiceId, t.instrumentKey, t.decidedAt.desc()),
  ],
);
