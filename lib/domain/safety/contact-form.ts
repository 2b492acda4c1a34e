import { z } from "zod";
import { limits } from "@/lib/domain/limits";
import { type PracticeContacts, practiceContactsSchema } from "@/lib/domain/safety/region-contacts";

export const contactRows = [0, 1, 2, 3, 4, 5, 6, 7] as const;

const country = z.string().regex(/^[A-Z]{2}$/, "Two letters, such as GB.");
const rowShape: Record<string, z.ZodType<string>> = Object.fromEntries(
  contactRows.flatMap((row) => [
    [`name-${row}`, z.string().trim().max(limits.personName).default("")],
    [`number-${row}`, z.string().trim().max(limits.phoneNumber).default("")],
    [`about-${row}`, z.enum(["crisis", "violence"]).default("crisis")],
  ]),
);

/** One country's contacts as a form sends them. A row without a name and a number is left out. */
export const contactForm = z
  .strictObject({ country, emergency: z.string().trim(), ...rowShape })
  .transform((form, context): { country: string; contacts: PracticeContacts } => {
    const fields: Record<string, unknown> = form;
    const text = (key: string) => String(fields[key] ?? "");
    const rows = contactRows.filter((row) => text(`name-${row}`) || text(`number-${row}`));
    const lines = rows.map((row) => ({
      name: text(`name-${row}`),
      number: text(`number-${row}`),
      about: text(`about-${row}`),
    }));
    const read = practiceContactsSchema.safeParse({ emergency: form.emergency, lines });
    if (read.success) return { country: form.country, contacts: read.data };
    for (const { path, code, message } of read.error.issues) {
      const row = typeof path[1] === "number" ? rows[path[1]] : undefined;
      const field = row === undefined ? "emergency" : `${String(path[2])}-${row}`;
      const said = code === "too_small" ? "Write who answers there." : message;
      context.addIssue({ code: "custom", path: [field], message: said });
    }
    return z.NEVER;
  });

/** Back to the numbers that ship. */
export const contactResetForm = z.strictObject({ country });
