import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "../env";

export const deviceCookieName = () => (env().isHttps ? "__Host-nearer-device" : "nearer-device");

/** An earlier version kept the mark alone. */
const shape = /^([A-Za-z0-9_-]{43})(?:\.([A-Za-z0-9_-]{22}))?$/;

const sealOf = (mark: string): string =>
  createHmac("sha256", env().NEXTAUTH_SECRET).update(`device ${mark}`).digest("base64url").slice(0, 22);

/** What a browser keeps: the mark, and our word that it came from here. */
export const sealedMark = (mark: string): string => `${mark}.${sealOf(mark)}`;

/** `isOurs`: nobody made it up. Whose it is, and whether it still stands for anybody, is looked up elsewhere. */
export function openMark(kept: string | undefined): { mark: string; isOurs: boolean } | undefined {
  const [, mark, seal] = shape.exec(kept ?? "") ?? [];
  if (!mark) return undefined;
  if (!seal) return { mark, isOurs: false };
  return timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(mark))) ? { mark, isOurs: true } : undefined;
}
