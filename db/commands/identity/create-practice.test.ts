import { Pool } from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { practiceExists } from "@/db/queries/identity/pre-auth";
import { ownDatabase } from "@/db/testing/database";
import { goodPassword, peoplePool } from "@/db/testing/people";
import { Refused } from "@/lib/errors";
import { createPractice } from "./create-practice";

peoplePool();
const now = new Date("2026-11-23T10:00:00Z");
const { appUrl } = await ownDatabase("set_up");
const empty = new Pool({ connectionString: appUrl, max: 8 });
afterAll(() => empty.end());

const input = {
  practiceName: "Northbank",
  country: "GB",
  zone: "Europe/London",
  name: "Alma Keller",
  email: "alma@northbank.example",
  password: goodPassword,
};

describe("setting up", () => {
  it("makes nothing when what the practice comes with cannot be made, or the password is weak", async () => {
    const broken = { device: "", equip: () => Promise.reject(new Error("no")) };
    await expect(createPractice(empty, input, broken, now)).rejects.toThrow("no");
    const weak = createPractice(
      empty,
      { ...input, password: "northbank1234" },
      { device: "", equip: async () => {} },
      now,
    );
    await expect(weak).rejects.toThrow(Refused);
    expect(await practiceExists(empty)).toBe(false);
  });

  it("happens once, of six at the same moment", async () => {
    const equipped: string[] = [];
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) =>
        createPractice(
          empty,
          { ...input, email: `alma${index}@northbank.example` },
          { device: "", equip: async ({ actor }) => void equipped.push(actor.practiceId) },
          now,
        ),
      ),
    );
    const done = tries.filter((result) => result.status === "fulfilled");
    expect(done).toHaveLength(1);
    expect(done[0]?.value).toMatchObject({ role: "owner", stage: "factor_setup" });
    expect(equipped).toHaveLength(1);
    expect(await practiceExists(empty)).toBe(true);
  });
});
