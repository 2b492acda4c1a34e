import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Pool } from "pg";
import type { StaffActor } from "@/lib/actor";
import { nobody } from "./people";
import { mintSession, sessionCookie } from "./security/minted-session";

/** The page of somebody on a minted staff, signed in, under this name. */
export async function staffPage(
  pool: Pool,
  browser: Browser,
  url: string,
  { practiceId, accountId }: StaffActor,
  name: string,
): Promise<{ context: BrowserContext; page: Page; email: string }> {
  await pool.query("update account set name = $3 where practice_id = $1 and id = $2", [practiceId, accountId, name]);
  const { token } = await mintSession(pool, practiceId, accountId, "staff");
  const context = await browser.newContext({ storageState: nobody, baseURL: url });
  await context.addCookies([{ name: sessionCookie, value: token, url }]);
  return { context, page: await context.newPage(), email: `${accountId}@staff.example` };
}
