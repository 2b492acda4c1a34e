import { date, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { sealedColumn } from "../sealed";
import { client } from "./clients";
import { account } from "./identity";
import { instant, tenantId, tenantRules } from "./tenant";

/** How a client is reached safely, as they said it alone, and the day they last confirmed it. The newest counts. */
export const contactCard = pgTable(
  "contact_card",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    /** A `ContactCard` of lib/safety/contact-card.ts. */
    cardSealed: text("card_sealed").notNull(),
    confirmedOn: date("confirmed_on", { mode: "string" }).notNull(),
    savedBy: uuid("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.savedBy], foreignColumns: [account.practiceId, account.id] }),
    index("contact_card_client").on(t.practiceId, t.clientId, t.savedAt.desc()),
  ],
);

export const contactCardWords = sealedColumn("contact_card", "card");

/** What a client and their clinician agreed to do when it is not safe. Staff read it; it leaves on no page of the client's. */
export const safetyPlan = pgTable(
  "safety_plan",
  {
    ...tenantId(),
    clientId: uuid("client_id").notNull(),
    /** A `SafetyPlan` of lib/safety/contact-card.ts. */
    planSealed: text("plan_sealed").notNull(),
    savedBy: uuid("saved_by").notNull(),
    savedAt: instant("saved_at").notNull(),
  },
  (t) => [
    ...tenantRules(t),
    foreignKey({ columns: [t.practiceId, t.clientId], foreignColumns: [client.practiceId, client.id] }),
    foreignKey({ columns: [t.practiceId, t.savedBy], foreignColumns: [account.practiceId, account.id] }),
    index("safety_plan_client").on(t.practiceId, t.clientId, t.savedAt.desc()),
  ],
);

export const safetyPlanWords = sealedColumn("safety_plan", "plan");
