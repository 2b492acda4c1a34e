import type { Pool } from "pg";
import { mintClient, mintPractice } from "@/db/testing/mint";

const name = "Foreign Zebra";

/** Another practice in the same installation, with one client whose name must never show. */
export async function mintForeignClient(pool: Pool): Promise<{ clientId: string; name: string }> {
  const practice = await mintPractice(pool, new Date());
  const today = new Date().toISOString().slice(0, 10);
  const { clientId } = await mintClient(pool, practice, { name, startDate: today, now: new Date() });
  return { clientId, name };
}
