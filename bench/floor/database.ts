import { Pool } from "pg";

const kept = globalThis as unknown as { floorPool?: Pool };

/** One pool for the process, as the product has. */
export const pool = (): Pool =>
  (kept.floorPool ??= new Pool({ connectionString: process.env.FLOOR_DATABASE_URL, max: 12 }));
