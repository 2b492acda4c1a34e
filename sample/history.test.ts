import { describe, expect, it } from "vitest";
import { client } from "@/db/schema/clients";
import { connectionSummary } from "@/db/schema/connection";
import { holdKeyRing, readKeyRing } from "@/db/sealed";
import { type ConnectionRecord, recordedStatus } from "@/lib/connection/connection-record";
import { signalOf } from "@/lib/connection/connection-status";
import { sampleHistory } from "./history";
import { clientId, clients } from "./personas";
import { storyOf } from "./timeline";

holdKeyRing(readKeyRing(`k1:${Buffer.alloc(32, 3).toString("base64")}`));

/** Mornings and nights, both sides of a change of the clocks, the end of a year and a leap day. */
const moments = [
  "2026-11-23T03:10:00Z",
  "2027-03-28T01:30:00Z",
  "2027-10-31T22:55:00Z",
  "2027-01-01T00:20:00Z",
  "2028-02-29T12:00:00Z",
];

describe("the story on other days", () => {
  it.each(moments)("is the same on %s", (moment) => {
    const now = new Date(moment);
    const seed = sampleHistory(now, "a hash", "a version");
    const stories = clients.map((person) => storyOf(person, now));
    const states = stories.map(({ path }) => path.status);
    expect(states.filter((status) => status === "active")).toHaveLength(42);
    expect(new Set(stories.flatMap(({ path }) => path.current?.number ?? []))).toHaveProperty("size", 10);

    const kept = new Map(
      (seed.rows.get(connectionSummary) as { id: string; kept: ConnectionRecord }[]).map((row) => [row.id, row.kept]),
    );
    const withSignal = (wanted: string) =>
      stories
        .filter(({ person, startDate, today }) => {
          const summary = kept.get(clientId(person));
          return summary && signalOf(recordedStatus(summary, startDate, today)) === wanted;
        })
        .map(({ person }) => person.name);
    expect(withSignal("review")).toEqual(["Leila Haddad"]);
    expect(withSignal("watch")).toEqual(["Rosa Delgado"]);

    const active = seed.rows.get(client) as { id: string; lastActivityAt: Date | null }[];
    const quiet = active.filter(
      ({ id, lastActivityAt }) =>
        stories.some(({ clientId, path }) => clientId === id && ["active", "held"].includes(path.status)) &&
        now.getTime() - (lastActivityAt?.getTime() ?? 0) > 4 * 86_400_000,
    );
    expect(quiet.map(({ id }) => id)).toEqual([clientId({ name: "Kofi Asante" })]);
  });
});
