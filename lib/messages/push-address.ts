import { z } from "zod";
import { typedPassword } from "@/lib/identity/shapes";

/** Names that stand for machines of one house. */
const inside = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|arpa|test|invalid|onion)$/;
const isNumber = (host: string): boolean => host.startsWith("[") || /^[\d.]+$/.test(host);

/**
 * Whether a browser's push address may be called from our machine: https, the usual port, and a name of the open internet.
 * What the name means is looked at once more when it is called. `also`: an origin that a test allows.
 */
export function isPushAddress(text: string, also?: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, port, username, password, origin } = new URL(text);
  if (also !== undefined && origin === also) return true;
  if (protocol !== "https:" || port !== "" || username !== "" || password !== "") return false;
  return hostname.includes(".") && !isNumber(hostname) && !inside.test(hostname.replace(/\.$/, ""));
}

const broken = "This browser’s answer cannot be read. Please try once more.";

/** A key in base64url of so many bytes. */
const keyOf = (bytes: number) =>
  z.string({ error: broken }).regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}$`), broken);

/** What a browser hands out for notes to this device: where to send them, and the keys that only it can open them with. */
export const pushForm = z.strictObject({
  password: typedPassword,
  address: z.url({ error: broken }).max(1_000, broken),
  publicKey: keyOf(65),
  secret: keyOf(16),
});
export type PushForm = z.infer<typeof pushForm>;
