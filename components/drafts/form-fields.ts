import type { Words } from "@/lib/drafts/draft";
import { plainName } from "@/lib/field-name";

/** What stands in the fields of words of a form, by the name that actions know; the second of a name is called so. */
export type Fields = Readonly<Record<string, string>>;

type Written = HTMLTextAreaElement | HTMLInputElement;

const typedIn = new Set(["text", "tel"]);

function written(form: HTMLFormElement): [name: string, field: Written][] {
  const times = new Map<string, number>();
  return [...form.querySelectorAll<Written>("textarea[name], input[name]")]
    .filter((one) => one instanceof HTMLTextAreaElement || typedIn.has(one.type))
    .map((field) => {
      const name = plainName(field.name);
      const time = (times.get(name) ?? 0) + 1;
      times.set(name, time);
      return [time > 1 ? `${name}~${time}` : name, field];
    });
}

export const fieldsIn = (form: HTMLFormElement): Fields =>
  Object.fromEntries(written(form).map(([name, { value }]) => [name, value]));

/** What was written since: a field that says what it said is not among it. */
export const changedWords = (form: HTMLFormElement, base: Fields): Words =>
  Object.fromEntries(Object.entries(fieldsIn(form)).filter(([name, value]) => value !== (base[name] ?? "")));

/** Puts words into their fields as a person would, so that whatever listens to a field hears of it. */
export function fillIn(form: HTMLFormElement, words: Words): void {
  for (const [name, field] of written(form)) {
    const value = words[name];
    if (value === undefined || value === field.value) continue;
    const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
