import { z } from "zod";
import { limits, tooLong } from "@/lib/limits";
import { isLocalDate } from "@/lib/time/local-date";

const short = z.string().trim().max(limits.contactFact, tooLong("contactFact")).default("");
const long = z.string().trim().max(limits.contactWords, tooLong("contactWords")).default("");

/** Whose person somebody is. The partner's side may be called only while nothing has asked for a stop. */
export const contactSides = {
  own: "Their own friend or family",
  professional: "A professional",
  partner: "The partner",
  "partners-family": "The partner’s family or friends",
} as const;

export const contactRows = [0, 1, 2, 3] as const;

const person = z.strictObject({
  name: z.string().trim().min(1).max(limits.contactName),
  number: z.string().trim().max(limits.contactNumber),
  side: z.enum(["own", "professional", "partner", "partners-family"]),
});
export type ContactPerson = z.infer<typeof person>;

/** How a person is reached without somebody else learning of it, in their own words, asked alone. */
export const contactCardSchema = z.strictObject({
  phone: z.string(),
  safeHours: z.string(),
  ifAnotherAnswers: z.string(),
  voicemail: z.enum(["no", "neutral", "yes"]),
  text: z.enum(["no", "neutral", "yes"]),
  agreedWord: z.string(),
  call: z.array(person).max(contactRows.length),
  neverCall: z.string(),
});
export type ContactCard = z.infer<typeof contactCardSchema>;

export const allowedWords: Record<ContactCard["voicemail"], string> = {
  no: "Never",
  neutral: "Only “please ring back”, with no name of the practice",
  yes: "Yes",
};

/** What they agreed to do when it is not safe. It stands on one page for staff and nowhere else. */
export const safetyPlanSchema = z.strictObject({
  signs: z.string(),
  alone: z.string(),
  places: z.string(),
  people: z.string(),
  children: z.string(),
  things: z.string(),
});
export type SafetyPlan = z.infer<typeof safetyPlanSchema>;

export const planQuestions: Record<keyof SafetyPlan, string> = {
  signs: "What tells that it is getting dangerous",
  alone: "What helps alone, for the first minutes",
  places: "Where to go, and how to get there",
  people: "Who helps, and the word that they know",
  children: "Children and animals",
  things: "What to have ready (papers, keys, money, medicine, a second phone)",
};

const isPartnersSide = ({ side }: Pick<ContactPerson, "side">) => side === "partner" || side === "partners-family";

/** Whom staff may ring. Whoever is of the partner's side was struck by a stop that came after the card was confirmed. */
export function callable(
  card: ContactCard,
  { savedAt, lastStopAt }: { savedAt: Date; lastStopAt: Date | null },
): { call: ContactPerson[]; struck: ContactPerson[] } {
  const stoppedAt = lastStopAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  const isStruck = (one: ContactPerson) => isPartnersSide(one) && stoppedAt >= savedAt.getTime();
  return { call: card.call.filter((one) => !isStruck(one)), struck: card.call.filter(isStruck) };
}

/** Why a card may not be saved as it is, as a sentence; null when it may. */
export function cardFault(card: ContactCard, { isStopped }: { isStopped: boolean }): string | null {
  return isStopped && card.call.some(isPartnersSide)
    ? "While there is a stop, nobody of the partner’s side is written down to be called."
    : null;
}

const rows = Object.fromEntries(
  contactRows.flatMap((row) => [
    [`name-${row}`, z.string().trim().max(limits.contactName).default("")],
    [`number-${row}`, z.string().trim().max(limits.contactNumber).default("")],
    [`side-${row}`, z.enum(["own", "professional", "partner", "partners-family"]).default("own")],
  ]),
) as Record<string, z.ZodType<string>>;

/** The card as its form sends it. Rows without a name and a number are left out. */
export const contactCardForm = z
  .strictObject({
    clientId: z.uuid(),
    phone: short,
    safeHours: short,
    ifAnotherAnswers: short,
    voicemail: z.enum(["no", "neutral", "yes"], "Ask whether a message may be left."),
    text: z.enum(["no", "neutral", "yes"], "Ask whether a text may be sent."),
    agreedWord: short,
    neverCall: long,
    confirmedOn: z.string().refine(isLocalDate, "Write the day on which this was asked."),
    askedAlone: z.literal("yes", "The card is asked alone. Ask it when nobody else can hear."),
    ...rows,
  })
  .transform((form, context) => {
    const fields: Record<string, unknown> = form;
    const said = (key: string) => String(fields[key]);
    const call = contactRows
      .filter((row) => said(`name-${row}`) || said(`number-${row}`))
      .map((row) => ({ name: said(`name-${row}`), number: said(`number-${row}`), side: said(`side-${row}`), row }));
    for (const { row, name } of call)
      if (!name) context.addIssue({ code: "custom", path: [`name-${row}`], message: "Write who that is." });
    const { phone, safeHours, ifAnotherAnswers, voicemail, text, agreedWord, neverCall } = form;
    const read = contactCardSchema.safeParse({
      ...{ phone, safeHours, ifAnotherAnswers, voicemail, text, agreedWord, neverCall },
      call: call.map(({ row: _row, ...one }) => one),
    });
    if (!read.success) return z.NEVER;
    return { clientId: form.clientId, confirmedOn: form.confirmedOn, card: read.data };
  });

export const safetyPlanForm = z
  .strictObject({
    clientId: z.uuid(),
    signs: long,
    alone: long,
    places: long,
    people: long,
    children: long,
    things: long,
  })
  .transform(({ clientId, ...plan }) => ({ clientId, plan }));

export const confirmCardForm = z.strictObject({
  clientId: z.uuid(),
  askedAlone: z.literal("yes", "The card is asked alone. Ask it when nobody else can hear."),
});
