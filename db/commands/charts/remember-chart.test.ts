import { expect, it } from "vitest";
import { ownChartTables } from "@/db/queries/clients/chart-choices";
import { withScope } from "@/db/scope";
import { testPool } from "@/db/testing/database";
import { mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { ClientActor, StaffActor } from "@/lib/actor";
import { rememberChart } from "./remember-chart";

const pool = testPool();

it("is each person's own, changes as they choose, and is read by nobody else", async () => {
  const { therapist, owner, ...practice } = await mintPractice(pool);
  const client = await mintClient(pool, { therapist, owner, ...practice });
  const choose = (actor: StaffActor | ClientActor, chart: "gaps" | "connection", asTable: "yes" | "no") =>
    withScope(pool, actor, testNow, (scope) => rememberChart(scope, { chart, asTable }));
  const tables = (actor: StaffActor | ClientActor) => withScope(pool, actor, testNow, ownChartTables);
  await Promise.all([1, 2, 3].map(() => choose(therapist, "gaps", "yes")));
  await choose(therapist, "connection", "yes");
  await choose(client, "connection", "yes");
  expect(await tables(therapist)).toEqual(["connection", "gaps"]);
  await choose(therapist, "gaps", "no");
  expect(await tables(therapist)).toEqual(["connection"]);
  expect(await tables(client)).toEqual(["connection"]);
  expect(await tables(owner)).toEqual([]);
  const stranger = await mintPractice(pool);
  expect(await tables({ ...stranger.owner, accountId: therapist.accountId })).toEqual([]);
});
