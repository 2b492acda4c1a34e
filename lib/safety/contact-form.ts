import { z } from "zod";
import { limits, tooLong } from "@/lib/limits";
import { isCountry } from "@/lib/safety/country-name";
import { type LineAbout, type LineWay, lineAbouts, lineWays } from "@/lib/safety/crisis-line";
import { mostLines, type PracticeContacts, practiceContactsSchema } from "@/lib/safety/region-contacts";

export const contactRows: readonly number[] = Array.from({ length: mostLines }, (_, row) => row);

const about: Record<LineAbout, string> = {
  crisis: "Talking",
  violence: "Violence at home",
  "own-behaviour": "Own behaviour",
  danger: "Danger now",
};
const way: Record<LineWay, string> = {
  call: "by phone",
  text: "by text",
  silent: "without speaking",
  web: "on a site",
};

/** What a line is for and how it is reached, as one choice. */
export const lineKinds = lineAbouts.flatMap((what) =>
  lineWays.map((how) => ({ value: `${what} ${how}`, label: `${about[what]}, ${way[how]}` })),
);
export const lineKind = (line: { about: LineAbout; way: LineWay }): string => `${line.about} ${line.way}`;

const kinds = new Set(lineKinds.map(({ value }) => value));
const country = z.string().refine(isCountry, "Choose a country.");
const rowShape: Record<string, z.ZodType<string>> = Object.fromEntries(
  contactRows.flatMap((row) => [
    [`name-${row}`, z.string().trim().max(limits.personName).default("")],
    [`number-${row}`, z.string().trim().max(limits.lineReach).default("")],
    [
      `kind-${row}`,
      z
        .string()
        .refine((value) => kinds.has(value))
        .default("crisis call"),
    ],
    [`words-${row}`, z.string().trim().max(limits.lineWords, tooLong("lineWords")).default("")],
  ]),
);

/** One country's contacts as a form sends them. A row without a name and a number is left out. */
export const contactForm = z
  .strictObject({
    country,
    emergency: z.string(),
    police: z.string().default(""),
    ambulance: z.string().default(""),
    ...rowShape,
  })
  .transform((form, context): { country: string; contacts: PracticeContacts } => {
    const fields: Record<string, unknown> = form;
    const text = (key: string) => String(fields[key]);
    const rows = contactRows.filter((row) => text(`name-${row}`) || text(`number-${row}`));
    const lines = rows.map((row) => {
      const [what, how] = text(`kind-${row}`).split(" ");
      const [name, number, words] = ["name", "number", "words"].map((key) => text(`${key}-${row}`));
      return { name, number, about: what, way: how, words };
    });
    const { emergency, police, ambulance } = form;
    const read = practiceContactsSchema.safeParse({ emergency, police, ambulance, lines });
    if (read.success) return { country: form.country, contacts: read.data };
    for (const { path, code, message } of read.error.issues) {
      const row = rows[Number(path[1])];
      const field = row === undefined ? String(path[0]) : `${String(path[2])}-${row}`;
      const said = code === "too_small" ? "Write who answers there." : message;
      context.addIssue({ code: "custom", path: [field], message: said });
    }
    return z.NEVER;
  });

/** Back to the numbers that ship. */
export const contactResetForm = z.strictObject({ country });
