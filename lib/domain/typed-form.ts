export type Typed = Record<string, string | string[]>;

/** Where a form says whose page it stands on. Names with "$" are nobody's input, so no action has to know of it. */
export const ownerField = "$whose";

/** What a form says, by field: a list where the name ends in "[]" or stands more than once. Files are left out. */
export function typedForm(form: FormData): Typed {
  const typed: Typed = {};
  for (const key of new Set(form.keys())) {
    if (key.startsWith("$")) continue;
    // PostgreSQL holds no NUL, and nobody writes one.
    const all = form.getAll(key).flatMap((value) => (typeof value === "string" ? value.replaceAll("\0", "") : []));
    typed[key] = key.endsWith("[]") || all.length > 1 ? all : (all[0] ?? "");
  }
  return typed;
}

const secret = /password|code|token|secret/i;

/** What of it may go back into the fields of a refused form. */
export const withoutSecrets = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([key]) => !secret.test(key)));
