import { z } from "zod";
import type { Place } from "@/lib/drafts/place";
import { keySchema } from "@/lib/stable-key";

const forms = ["shared", "own"] as const;
const own = ["message", "check", "move"] as const;

/** Undefined for what is no place of ours. */
export function placeOf(name: string): Place | undefined {
  const [kind, first, second, ...more] = name.split("/");
  if (more.length > 0) return undefined;
  const plain = own.find((one) => one === kind);
  if (plain) return first === undefined ? { kind: plain } : undefined;
  if (kind === "exercise") {
    const form = forms.find((one) => one === second);
    const key = keySchema.safeParse(first);
    return form && key.success ? { kind, key: key.data, form } : undefined;
  }
  if (kind !== "reply") return undefined;
  const clientId = z.uuid().safeParse(first);
  const attemptId = z
    .uuid()
    .nullable()
    .safeParse(second ?? null);
  return clientId.success && attemptId.success
    ? { kind, clientId: clientId.data, attemptId: attemptId.data }
    : undefined;
}
