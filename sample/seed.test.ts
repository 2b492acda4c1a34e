import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signInToSample } from "@/db/commands/identity/sign-in-to-sample";
import { connect } from "@/db/connect";
import { getCaseloadFacts, getProtocolVersions } from "@/db/queries/caseload/caseload";
import { getCaseloadDetails } from "@/db/queries/caseload/caseload-details";
import { getClientHeader, getClientOverview } from "@/db/queries/clients/client-overview";
import { getCouple } from "@/db/queries/couples/couple";
import { getTogether } from "@/db/queries/couples/together";
import { getPortalToday } from "@/db/queries/exercises/portal-today";
import { sampleAccounts } from "@/db/queries/identity/pre-auth";
import { type Scope, withScope } from "@/db/scope";
import { ownDatabase } from "@/db/testing/database";
import { dataOf, kindsOf } from "@/db/testing/signals";
import type { ClientActor, StaffActor, StaffRole } from "@/lib/actor";
import { recordedStatus } from "@/lib/connection/connection-record";
import { signalOf } from "@/lib/connection/connection-status";
import { NotFound } from "@/lib/errors";
import { consentText } from "@/lib/identity/consent-text";
import { pathTodayOf } from "@/lib/protocol/path-today";
import { localDate } from "@/lib/time/zone";
import { clientAccountId, clientId, clients, practiceId, sampleZone, staffId } from "./personas";
import { seedSample } from "./seed";

const today = new Date("2026-11-23T10:00:00Z");
const sealKeys = `k1:${Buffer.alloc(32, 3).toString("base64")}`;

const { appUrl } = await ownDatabase("sample");
const pool = connect({ url: appUrl, max: 2, onIdleError: () => undefined });
beforeAll(() => seedSample({ databaseUrl: appUrl, sealKeys, today }));
afterAll(() => pool.end());

const person = (accountId: string, name: string) => ({
  practiceId,
  accountId,
  sessionId: accountId,
  name,
  zone: sampleZone,
});

const asStaff = <T>(key: string, role: StaffRole, run: (scope: Scope<StaffActor>) => Promise<T>): Promise<T> =>
  withScope(pool, { ...person(staffId(key), key), kind: "staff", role }, today, run);

const asClient = <T>(name: string, run: (scope: Scope<ClientActor>) => Promise<T>): Promise<T> =>
  withScope<ClientActor, T>(
    pool,
    {
      ...person(clientAccountId({ name }), name),
      kind: "client",
      role: "client",
      clientId: clientId({ name }),
      consentVersion: consentText.version,
    },
    today,
    run,
  );

async function factsFor(key: string, role: StaffRole) {
  return asStaff(key, role, async (scope) => {
    const facts = await getCaseloadFacts(scope);
    const ids = [...new Set(facts.flatMap((fact) => fact.protocolVersionId ?? []))];
    const versions = await getProtocolVersions(scope, ids);
    const details = await getCaseloadDetails(
      scope,
      facts.map((fact) => fact.clientId),
    );
    return facts.map((fact) => {
      const day = localDate(today, fact.zone);
      const version = versions.get(fact.protocolVersionId ?? "");
      const { startDate, zone, decisions } = fact;
      const standing = version && startDate ? pathTodayOf({ startDate, zone, decisions, version }, day) : null;
      const signal = fact.connection && startDate ? signalOf(recordedStatus(fact.connection, startDate, day)) : "none";
      return { fact, standing, signal, detail: details.get(fact.clientId) };
    });
  });
}

const tally = (words: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

describe("the sample practice", () => {
  it("has 50 clients in every state and every week", async () => {
    const all = await factsFor("ruth", "owner");
    expect(all).toHaveLength(50);
    const states = all.map(({ fact, standing }) => (fact.hasAccepted ? (standing?.status ?? "none") : "invited"));
    expect(tally(states)).toEqual({
      invited: 1,
      starting: 1,
      active: 42,
      held: 2,
      paused: 1,
      "follow-up": 1,
      finished: 1,
      ended: 1,
    });
    const weeks = new Set(all.flatMap(({ standing }) => standing?.path.current?.number ?? []));
    expect([...weeks].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it("has something true to show for every reason to look", async () => {
    const all = await factsFor("ruth", "owner");
    const names = (keep: (one: (typeof all)[number]) => boolean) =>
      all
        .filter(keep)
        .map(({ fact }) => fact.name)
        .sort();
    expect(names(({ fact }) => kindsOf(fact).includes("safety-event"))).toEqual(["Hanna Lindqvist"]);
    expect(names(({ signal }) => signal === "review")).toEqual(["Leila Haddad"]);
    expect(names(({ signal }) => signal === "watch")).toEqual(["Rosa Delgado"]);
    expect(names(({ fact }) => kindsOf(fact).includes("safety-stop"))).toEqual([
      "Anouk Visser",
      "Carla Nunes",
      "Freya Holt",
      "Judith Amsel",
      "Oskar Lund",
      "Sofia Brandt",
    ]);
    expect(names(({ fact }) => kindsOf(fact).includes("safety-concern"))).toEqual(["Helen Marlow", "Petra Novák"]);
    expect(names(({ fact }) => kindsOf(fact).includes("waits-for-you"))).toEqual([
      "Beth Larkin",
      "Lena Hoff",
      "Lotte Vermeer",
      "Sean Doyle",
      "Yusuf Aydin",
    ]);
    expect(names(({ fact }) => kindsOf(fact).includes("check-unanswered"))).toContain("Elliot Marsh");
    expect(names(({ fact }) => kindsOf(fact).includes("overdue"))).toEqual(["Tobias Renner", "Will Ashdown"]);
    expect(names(({ fact }) => (dataOf(fact, "result")?.count ?? 0) > 1)).toContain("Ines Marchetti");
    expect(names(({ fact }) => kindsOf(fact).includes("swap-wish"))).toEqual(["Wren Aldous"]);
  });

  it("divides the caseload between four therapists, and a supervisor reads two of them", async () => {
    const [alma, samuel, sunniva, miriam, henrik] = await Promise.all([
      factsFor("alma", "therapist"),
      factsFor("samuel", "therapist"),
      factsFor("sunniva", "therapist"),
      factsFor("miriam", "therapist"),
      factsFor("henrik", "supervisor"),
    ]);
    expect([alma, samuel, sunniva, miriam, henrik].map((list) => list.length)).toEqual([14, 6, 6, 24, 20]);
    expect(alma.every(({ detail }) => detail !== undefined)).toBe(true);
  });

  it("gives every client an overview, with scores from their own answers", async () => {
    const overview = await asStaff("alma", "therapist", (scope) =>
      getClientOverview(scope, clientId({ name: "Ines Marchetti" })),
    );
    expect(overview.header.partner?.name).toBe("Dario Conti");
    expect(overview.checks.length).toBeGreaterThan(30);
    expect(overview.sittings.map(({ week }) => week)).toEqual([0, 2, 4, 5, 6]);
    const full = overview.sittings.filter(({ instrument }) => instrument.key === "five-dimensions");
    const emotional = full.map(
      ({ scores }) => scores.find(({ scale, form }) => scale === "emotional" && form === "now")?.score ?? 0,
    );
    expect(emotional[1]).toBeGreaterThan((emotional[0] ?? 0) + 12);
    for (const one of clients) {
      const read = await asStaff("ruth", "owner", (scope) => getClientOverview(scope, clientId(one)));
      expect(read.header.name).toBe(one.name);
    }
  });

  it("gives every client who accepted a portal", async () => {
    for (const one of clients.filter(({ hasAccepted }) => hasAccepted !== false)) {
      const portal = await asClient(one.name, getPortalToday);
      expect(portal.ground.enrolment, one.name).not.toBeNull();
    }
    const ines = await asClient("Ines Marchetti", getPortalToday);
    expect(ines.partnerName).toBe("Dario Conti");
    expect(ines.reply?.sentAt).toBeInstanceOf(Date);
    expect(ines.attempts.length).toBeGreaterThan(2);
  });

  it("has three couples who share, each with decisions of its own about what the other sees", async () => {
    const couples = await asStaff("ruth", "owner", async (scope) => {
      const of = async (name: string) => {
        const { partner } = await getClientHeader(scope, clientId({ name }));
        return getCouple(scope, partner?.coupleId ?? "");
      };
      return [await of("Ines Marchetti"), await of("Clara Weiss"), await of("Matthew Cole")];
    });
    const [ines, clara, matthew] = couples;
    expect(ines?.releasable?.rows.map(({ dimension }) => dimension)).toEqual([
      "emotional",
      "intellectual",
      "recreational",
      "social",
    ]);
    expect(ines?.second.sitting?.scores.some(({ scaleKey }) => scaleKey === "sexual")).toBe(true);
    expect(clara?.releasable).toBeNull();
    expect(clara?.second.shares).toEqual(["connection-weeks"]);
    expect(matthew?.release?.by).toBe("Sunniva Rao");
    const luis = await asClient("Luis Ferreira", getTogether);
    expect(luis.picture?.rows).toHaveLength(5);
    expect(luis.fromPartner?.view.connection.length).toBeGreaterThan(1);
    // Own days: what is done and shown with each other waits for both.
    const joanna = await asClient("Joanna Pike", getTogether);
    expect(joanna).toMatchObject({ fromPartner: null, picture: null });
  });

  it("lists who accepted on its own door, and nobody else", async () => {
    const listed = await sampleAccounts(pool);
    expect(listed).toHaveLength(6 + 49);
    expect(listed.map(({ name }) => name)).not.toContain("Ibrahim Sahin");
    expect(listed.slice(6, 9).map(({ name }) => name)).toEqual(["Ines Marchetti", "Dario Conti", "Tobias Renner"]);
    const enter = (accountId: string) => signInToSample(pool, accountId, { device: "Firefox on Linux" }, today);
    await expect(enter(staffId("alma"))).resolves.toMatchObject({ role: "therapist", stage: "full" });
    await expect(enter(clientAccountId({ name: "Dario Conti" }))).resolves.toMatchObject({
      role: "client",
      stage: "full",
    });
    await expect(enter(clientAccountId({ name: "Ibrahim Sahin" }))).rejects.toThrow(NotFound);
  });
});
