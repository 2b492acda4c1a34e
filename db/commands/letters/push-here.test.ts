import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { hashPassword } from "@/db/password";
import { account } from "@/db/schema/identity";
import { pushSubscription } from "@/db/schema/push";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import { goodPassword } from "@/db/testing/people";
import { Refused } from "@/lib/errors";
import { turnPushOn } from "./push-here";

const pool = testPool();

describe("notes on a device", () => {
  it("go to no address inside of a network, or in plain text, whoever names it", async () => {
    const practice = await mintPractice(pool);
    const client = await mintClient(pool, practice);
    const passwordHash = await hashPassword(goodPassword);
    await withScope(pool, practice.system, testNow, ({ tx }) =>
      tx.update(account).set({ passwordHash }).where(eq(account.id, client.accountId)),
    );
    const here = { limitSecret: randomUUID(), device: "A browser", deviceMark: randomUUID(), testOrigin: undefined };
    const turnOn = (address: string) => {
      const form = { password: goodPassword, address, publicKey: "a key", secret: "a secret" };
      return withScope(pool, client, testNow, (scope) => turnPushOn(scope, form, here));
    };
    for (const address of [
      "https://127.0.0.1/a",
      "http://push.example.org/a",
      "https://10.0.0.7/a",
      "https://nearer/a",
    ])
      await expect(turnOn(address), address).rejects.toThrow(Refused);
    expect(await turnOn("https://push.example.org/a")).toHaveProperty("proved");
    const kept = await withScope(pool, practice.system, testNow, ({ tx }) =>
      tx.select().from(pushSubscription).where(eq(pushSubscription.accountId, client.accountId)),
    );
    expect(kept.map(({ address }) => address)).toEqual(["https://push.example.org/a"]);
  });
});
