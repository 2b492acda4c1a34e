import { readiness } from "@/db/queries/identity/readiness";
import { database } from "@/server/database";

export const dynamic = "force-dynamic";

/** Readiness: the database answers, is migrated to this build, and binds us with row-level security. */
export async function GET(): Promise<Response> {
  const status = await readiness(database());
  return Response.json(
    { status },
    { status: status === "ready" ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
