import "server-only";
import { cookies } from "next/headers";
import { deviceCookieName, openMark, sealedMark } from "./device-mark";
import { cookieOptions } from "./session-cookie";

/** The longest that browsers keep a cookie; every sign-in begins it anew. */
const keptSeconds = 400 * 86_400;

/** The mark stays when somebody signs out or leaves quickly: it opens nothing, and without it a stranger could keep them out. */
export async function readDeviceMark(): Promise<string | undefined> {
  return openMark((await cookies()).get(deviceCookieName())?.value)?.mark;
}

/** The same, where nobody made it up. */
export async function readOwnMark(): Promise<string | undefined> {
  const open = openMark((await cookies()).get(deviceCookieName())?.value);
  return open?.isOurs ? open.mark : undefined;
}

export async function writeDeviceMark(mark: string): Promise<void> {
  (await cookies()).set(deviceCookieName(), sealedMark(mark), { ...cookieOptions(), maxAge: keptSeconds });
}
