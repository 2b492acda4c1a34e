import "server-only";
import { cookies } from "next/headers";
import { env } from "../env";
import { cookieOptions } from "./session-cookie";

/** The longest that browsers keep a cookie; every sign-in begins it anew. */
const keptSeconds = 400 * 86_400;
const shape = /^[A-Za-z0-9_-]{43}$/;

const name = () => (env().isHttps ? "__Host-nearer-device" : "nearer-device");

/** The mark stays when somebody signs out or leaves quickly: it opens nothing, and without it a stranger could keep them out. */
export async function readDeviceMark(): Promise<string | undefined> {
  const mark = (await cookies()).get(name())?.value;
  return mark && shape.test(mark) ? mark : undefined;
}

export async function writeDeviceMark(mark: string): Promise<void> {
  (await cookies()).set(name(), mark, { ...cookieOptions(), maxAge: keptSeconds });
}
