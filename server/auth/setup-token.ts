import "server-only";
import { timingSafeEqual } from "node:crypto";
import { env } from "../env";
import { hashToken } from "./session-cookie";

/** The link that the first start printed: whoever holds it sits at the machine. */
export function isSetupToken(given: string | undefined): boolean {
  const { NEARER_SETUP_TOKEN } = env();
  if (!NEARER_SETUP_TOKEN || !given) return false;
  return timingSafeEqual(hashToken(NEARER_SETUP_TOKEN), hashToken(given));
}
