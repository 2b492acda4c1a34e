import { whatIsBroken } from "@/db/queries/identity/readiness";
import { database } from "@/server/database";
import { env } from "@/server/env";
import { isDiskFull } from "@/server/full-disk";

export const dynamic = "force-dynamic";

/** Readiness: the database answers, is migrated and writable, binds us, and keys, clock and disk are in order. Else it says what is not. */
export async function GET(): Promise<Response> {
  const broken = new Set(await whatIsBroken(database(), { sealKeys: env().SEAL_KEYS, now: new Date() }));
  if (await isDiskFull()) broken.add("disk");
  const [first = "ready"] = broken;
  return Response.json(broken.size === 0 ? { status: first } : { status: first, broken: [...broken] }, {
    status: broken.size === 0 ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
