import "server-only";
import { createHmac } from "node:crypto";
import { cache } from "react";
import type { OpenSession } from "@/db/queries/identity/session";
import { env } from "./env";

export type PageOwner = {
  readonly mark: string;
  readonly isClient: boolean;
  readonly zone?: string;
  /** Whether Esc twice leaves this person's pages. */
  readonly byEscape: boolean;
  /** Said above every page of somebody who was discharged: they read, and add nothing. */
  readonly readable?: string | undefined;
};

/** Says of an account only whether it is the same one: every form and the session endpoint carry it. */
export const pageMark = (accountId: string): string =>
  createHmac("sha256", env().NEXTAUTH_SECRET).update(`page of ${accountId}`).digest("base64url").slice(0, 22);

const opened = cache((): { owner?: PageOwner } => ({}));

/** Kept by load for the page that is being drawn, so that no page has to hand it on and none can forget it. */
export function rememberOwner({ actor }: OpenSession, byEscape: boolean, readable?: string): void {
  const { accountId, kind, zone } = actor;
  opened().owner = { mark: pageMark(accountId), isClient: kind === "client", zone, byEscape, readable };
}

/** Whose page this is: nobody's before anything was loaded. */
export const pageOwner = (): PageOwner => opened().owner ?? { mark: "", isClient: false, byEscape: true };
