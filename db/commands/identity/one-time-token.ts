import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for a cookie or a link. Only the SHA-256 is ever stored. */
export const mintToken = (): string => randomBytes(32).toString("base64url");

export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest();
