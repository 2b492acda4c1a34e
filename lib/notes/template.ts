/** How a note is laid out. `part` are the headings, in order; the first takes the dated facts that a draft begins with. */
export type NoteTemplate = {
  key: string;
  title: string;
  parts: readonly { label: string; hint?: string }[];
};

/** So many headings at the most. */
export const MOST_PARTS = 8;

/** The four that ship. All words about them are our own. */
export const builtInTemplates: readonly NoteTemplate[] = [
  { key: "free", title: "Free", parts: [{ label: "Note" }] },
  {
    key: "dap",
    title: "DAP",
    parts: [
      { label: "Data", hint: "What was said, done and seen." },
      { label: "Assessment", hint: "How you understand it." },
      { label: "Plan", hint: "What comes next." },
    ],
  },
  {
    key: "soap",
    title: "SOAP",
    parts: [
      { label: "Subjective", hint: "What you were told, as far as you can in their words." },
      { label: "Objective", hint: "What you saw, and what was counted." },
      { label: "Assessment", hint: "How you understand both." },
      { label: "Plan", hint: "What comes next." },
    ],
  },
  {
    key: "birp",
    title: "BIRP",
    parts: [
      { label: "Behaviour", hint: "What they said, did and showed." },
      { label: "Intervention", hint: "What you offered and tried." },
      { label: "Response", hint: "How it was taken." },
      { label: "Plan", hint: "What comes next." },
    ],
  },
];

/** The template that is asked for; else the one used last, else the first with headings. */
export function chosenTemplate(
  templates: readonly NoteTemplate[],
  asked: string | undefined,
  last: string | null,
): NoteTemplate {
  const named = (key: string | null | undefined) => templates.find((one) => one.key === key);
  const chosen = named(asked) ?? named(last) ?? named("dap") ?? templates[0];
  if (!chosen) throw new Error("There is no template.");
  return chosen;
}
