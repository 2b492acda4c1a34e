import type { Pool } from "pg";
import { findLink, type LinkPurpose } from "../../commands/identity/find-link";

export type LinkView = { readonly name: string; readonly email: string; readonly practiceName: string };

/** Whom a link greets. Undefined for one that no longer works, whatever the reason. */
export async function viewLink(
  pool: Pool,
  token: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<LinkView | undefined> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
  const link = await findLink(pool, token, purpose, now);
  return link && { name: link.person.name, email: link.person.email, practiceName: link.person.practiceName };
}
