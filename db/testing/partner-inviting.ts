import { randomUUID } from "node:crypto";
import { testToday } from "@/db/testing/mint";
import type { PartnerForm } from "@/lib/clients/partner-form";
import type { PartnerTalkForm } from "@/lib/couples/partner-invitation-forms";

/** A client's yes to inviting the partner, on the phone, when nobody could hear. */
export const yesAlone: Omit<PartnerTalkForm, "id" | "clientId"> = {
  asked: "Whether she wants him to be invited, and what she would rather he did not read.",
  answer: "yes",
  talkOn: "2026-10-01",
  talkWay: "phone",
  talkUnheard: true,
};

/** Somebody to invite, with an address of their own that nobody asked about yet. */
export const partnerPerson = (): Omit<PartnerForm, "clientId"> => ({
  id: randomUUID(),
  name: "Teo Lind",
  pronouns: null,
  email: `${randomUUID()}@partner.example`,
  addressSafety: "unknown",
  zone: "Europe/London",
  startDate: testToday,
  weeks: "own",
  therapistId: null,
});
