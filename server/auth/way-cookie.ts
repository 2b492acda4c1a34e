import "server-only";
import { cookies } from "next/headers";
import { wayBack } from "@/lib/identity/way-back";
import { env } from "../env";
import { cookieOptions } from "./session-cookie";

/** With which a page that was asked for comes to the proxy, and from it to `load`. */
export const askedHeader = "x-asked-for";
export const wayField = "to";

export const wayCookieName = () => (env().isHttps ? "__Host-nearer-way" : "nearer-way");
/** For as long as a sign-in takes. */
export const wayCookieOptions = () => ({ ...cookieOptions(), maxAge: 15 * 60 });

/** Where somebody wanted to go before they signed in. What a browser carries is checked again. */
export const readWay = async (): Promise<string | null> => wayBack((await cookies()).get(wayCookieName())?.value);

export async function clearWay(): Promise<void> {
  (await cookies()).delete({ name: wayCookieName(), ...cookieOptions() });
}
