import { plainName } from "@/lib/field-name";

export type Typed = Record<string, string | string[]>;

/** Where a form says whose page it stands on. Names with "$" are nobody's input, so no action has to know of it. */
export const ownerField = "$whose";

/** Said of a form that is larger than any of ours. */
export const tooMuchWords = "That is more than any form here has. Load the page anew.";

/** More fields than any form of ours has, by far: a sitting of a hundred questions sends some two hundred. */
export const mostFields = 1000;

/**
 * What a form says, by field: a list where the name ends in "[]" or stands more than once. Files are left out. Undefined
 * for a form that nobody filled in by hand: it is not read to its end.
 */
export function typedForm(form: FormData): Typed | undefined {
  const typed = new Map<string, string[]>();
  let fields = 0;
  for (const [name, value] of form.entries()) {
    const key = plainName(name);
    fields += 1;
    if (fields > mostFields) return undefined;
    if (key.startsWith("$")) continue;
    const all = typed.get(key) ?? [];
    typed.set(key, all);
    // PostgreSQL holds no NUL, and nobody writes one. A browser sends two characters for the one with which a line ends.
    if (typeof value === "string") all.push(value.replaceAll("\0", "").replaceAll("\r\n", "\n"));
  }
  return Object.fromEntries(
    Array.from(typed, ([key, all]) => [key, key.endsWith("[]") || all.length > 1 ? all : (all[0] ?? "")]),
  );
}

/** A name in parts, such as "exercise.small-secret.title", is no name of a secret. */
const secret = /^[^.]*(password|code|token|secret)[^.]*$/i;

/** What of it may go back into the fields of a refused form: no secret, and where the fields are known nothing else. */
export const withoutSecrets = (typed: Typed, isField: (key: string) => boolean = () => true): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([key]) => !secret.test(key) && isField(key)));
