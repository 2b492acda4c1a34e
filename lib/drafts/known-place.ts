import { z } from "zod";
import { editors, type Place } from "@/lib/drafts/place";
import { keySchema } from "@/lib/stable-key";

const forms = ["shared", "own"] as const;
const own = ["message", "check", "move", "several"] as const;
const aboutOne = ["skip", "swap"] as const;
const isAbout = (text: string | undefined): text is string => text !== undefined && /^[\w.-]{1,70}$/.test(text);
const isId = (text: string | undefined): text is string => z.uuid().safeParse(text).success;

/** Undefined for what is no place of ours. */
export function placeOf(name: string): Place | undefined {
  const [kind, first, second, ...more] = name.split("/");
  if (more.length > 0) return undefined;
  const plain = own.find((one) => one === kind);
  if (plain) return first === undefined ? { kind: plain } : undefined;
  const key = keySchema.safeParse(first);
  const named = aboutOne.find((one) => one === kind);
  if (named) return key.success && second === undefined ? { kind: named, key: key.data } : undefined;
  if (kind === "exercise") {
    const form = forms.find((one) => one === second);
    return form && key.success ? { kind, key: key.data, form } : undefined;
  }
  if (kind === "editor") {
    const of = editors.find((one) => one === first);
    return of && isAbout(second) ? { kind, of, about: second } : undefined;
  }
  if (!isId(first)) return undefined;
  if (kind === "note") return isAbout(second) ? { kind, clientId: first, about: second } : undefined;
  if (kind !== "reply") return undefined;
  if (second === undefined) return { kind, clientId: first, attemptId: null };
  return isId(second) ? { kind, clientId: first, attemptId: second } : undefined;
}
