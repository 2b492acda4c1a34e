import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { connectionCheck, connectionSummary } from "@/db/schema/connection";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow, testToday } from "@/db/testing/mint";
import { keepConnection } from "@/lib/connection/connection-record";
import { saveConnectionCheck } from "./save-check";

const pool = testPool();

describe("a connection check", () => {
  it("is in the kept summary, also when several come at the same moment from two devices", async () => {
    const practice = await mintPractice(pool);
    const client = await mintClient(pool, practice);
    const scores = [2, 9, 4, 7, 1, 8, 3, 10];
    await Promise.all(
      scores.map((score) =>
        withScope(pool, client, testNow, (scope) =>
          saveConnectionCheck(scope, { id: randomUUID(), score, note: null }),
        ),
      ),
    );
    const { checks, kept } = await withScope(pool, practice.therapist, testNow, async ({ tx }) => ({
      checks: await tx
        .select({ date: connectionCheck.localDate, value: connectionCheck.score })
        .from(connectionCheck)
        .where(eq(connectionCheck.clientId, client.clientId)),
      kept: (await tx.select().from(connectionSummary).where(eq(connectionSummary.id, client.clientId)))[0]?.kept,
    }));
    expect(checks).toHaveLength(scores.length);
    expect(kept).toEqual(keepConnection(checks, testToday, testToday));
  });
});
