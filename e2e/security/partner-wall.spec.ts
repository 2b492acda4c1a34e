import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { saveConnectionCheck } from "@/db/commands/connection/save-check";
import { decideSharing } from "@/db/commands/couples/decide-sharing";
import { logDistanceMove } from "@/db/commands/exercises/log-distance-move";
import { recordAttempt } from "@/db/commands/exercises/record-attempt";
import { replyToClient } from "@/db/commands/messages/reply-to-client";
import { sendMessage } from "@/db/commands/messages/send-message";
import { answerCheck } from "@/db/commands/safety/answer-check";
import { beginCheck } from "@/db/commands/safety/begin-check";
import { clearGate } from "@/db/commands/safety/decide-gate";
import { sayNotSafe } from "@/db/commands/safety/say-not-safe";
import { sendCheck } from "@/db/commands/safety/send-check";
import { closeEvent } from "@/db/commands/safety/take-step";
import { talkedAlone } from "@/db/testing/talked-alone";
import type { ClientActor } from "@/lib/domain/actor";
import { attemptForm } from "@/lib/domain/exercises/attempt-form";
import { builtInReadings } from "@/lib/domain/learn/readings";
import { builtInProtocol } from "@/lib/domain/protocol/built-in";
import { numbered, paths } from "@/lib/paths";
import { type InPractice, openPractice } from "../couple";
import { expect, test } from "../fixtures";
import { accept, agree, ownerState } from "../people";
import { lettersTo } from "../post-office";
import { routes } from "./routes";

test.use({ storageState: ownerState });
test.setTimeout(240_000);

/**
 * What one partner does alone must change no byte of what the other can fetch. Teo's whole portal is fetched before and
 * after Mara adds something private, as documents, as payloads and as prefetches, along with every route under her ids.
 *
 * A gate that is not clear closes exercises and sharing for both, and that much is to be seen: it is what the gate is
 * for. So pages are compared within one class: closed because Mara was never asked with closed because she is stopped,
 * and open with open. Nothing in between can be told apart.
 */
test("a partner's pages are the same whether or not private items exist", async ({
  browser,
  playwright,
  serverUrl,
  databaseUrl,
  mailDir,
}) => {
  const practice = await openPractice(databaseUrl, serverUrl);
  const { first, second } = await practice.enrolCouple(["Mara Holm", "Teo Holm"], "wall@partner-wall.example");
  const { actor: mara } = first;
  await practice.agree(mara);
  const { context, page } = await accept(browser, second.link, "harbour-lilac-quartz-88");
  await agree(page);
  const session = await context.storageState();
  await context.close();
  const teo = await playwright.request.newContext({ baseURL: serverUrl, storageState: session });
  const addresses = await addressesOf(practice, mara, second.actor);
  expect(addresses.length).toBeGreaterThan(60);
  const lettersToTeo = () => lettersTo(mailDir, "second-wall@partner-wall.example").length;
  const letters = lettersToTeo();
  const seen = () => fetchAll(teo, addresses, [mara.clientId, mara.accountId]);

  const unscreened = await seen();
  expectSame(unscreened, await seen(), "nothing happened at all");
  await answerWithFear(practice, mara);
  await practice.as(mara, (scope) => sayNotSafe(scope, {}));
  expectSame(unscreened, await seen(), "she answered that she is afraid: a stop, and two safety events");

  await practice.as(practice.owner, (scope) =>
    clearGate(scope, {
      clientId: mara.clientId,
      reason: "Seen alone. The answers were about before.",
      talk: talkedAlone,
    }),
  );
  const open = await seen();
  expect(changedBetween(unscreened, open).length, "the class of the gate is to be seen").toBeGreaterThan(0);
  await livePrivately(practice, mara);
  expectSame(
    open,
    await seen(),
    "she wrote, checked, practised, logged, answered, was answered, and did not feel safe",
  );

  const { rows } = await practice.pool.query("select id from couple where first_client_id = $1", [mara.clientId]);
  const decide = (decision: "shared" | "withdrawn") =>
    practice.as(mara, (scope) =>
      decideSharing(scope, { coupleId: rows[0].id, decision, "items[]": ["emotional-now"] }),
    );
  await decide("shared");
  const shared = await seen();
  expect(new Set(changedBetween(open, shared).map((key) => key.split(" ").at(-1)))).toEqual(
    new Set<string>([paths.portal.together]),
  );
  await decide("withdrawn");
  expectSame(open, await seen(), "she shared for a while and stopped");
  expect(lettersToTeo()).toBe(letters);
  await teo.dispose();
  await practice.close();
});

/** Every route under both people's ids; those that open for a client for each exercise and reading as well. */
async function addressesOf(practice: InPractice, mara: ClientActor, own: ClientActor): Promise<string[]> {
  const { rows } = await practice.pool.query(
    `select client_id, (array_agg(id order by due_on, id))[1] as id from assessment
      where client_id in ($1, $2) group by client_id`,
    [mara.clientId, own.clientId],
  );
  const assessmentOf = (who: ClientActor) => rows.find(({ client_id }) => client_id === who.clientId)?.id ?? "";
  const couple = await practice.pool.query("select id from couple where first_client_id = $1", [mara.clientId]);
  const keys = (route: string) => {
    if (route.includes("/exercises/[key]")) return builtInProtocol.exercises.map(({ key }) => key);
    return route.includes("/learn/[key]") ? builtInReadings.map(({ key }) => key) : ["five-dimensions"];
  };
  const filled = Object.keys(routes)
    // A token of next-auth's own for each request, made before anybody is asked who they are.
    .filter((route) => route !== "/api/auth/[...nextauth]")
    .flatMap((route) => (route.includes("[key]") ? keys(route).map((key) => route.replace("[key]", key)) : [route]))
    .flatMap((route) =>
      [mara, own].map((who) =>
        route
          .replace("[clientId]", who.clientId)
          .replace("[coupleId]", couple.rows[0].id)
          .replace("[assessmentId]", assessmentOf(who))
          .replace("[versionId]", randomUUID())
          .replace("[token]", "x".repeat(43)),
      ),
    );
  const opened = filled.map((address) => numbered(address) ?? address);
  return [...new Set([...opened, `${paths.portal.sharePreview}?show=3&show=4`, "/portal/nowhere"])];
}

const ways: Record<string, Record<string, string>> = {
  document: {},
  payload: { rsc: "1" },
  prefetch: { rsc: "1", "next-router-prefetch": "1" },
};

/** `never` stands in no answer, but where the visitor wrote it into the address. */
async function fetchAll(
  visitor: APIRequestContext,
  addresses: readonly string[],
  never: readonly string[],
): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const address of addresses) {
    for (const [way, headers] of Object.entries(ways)) {
      if (way !== "document" && address.startsWith("/api/")) continue;
      const response = await visitor.get(address, { headers, maxRedirects: 0 });
      const { location = "", "content-type": type = "", "set-cookie": cookie = "" } = response.headers();
      const body = await response.text();
      for (const id of never) if (!address.includes(id)) expect(body, address).not.toContain(id);
      const kept = withoutChance(body, response.headers()["content-security-policy"]);
      pages.set(`${way} ${address}`, [response.status(), location, type, cookie, kept].join("\n"));
    }
  }
  return pages;
}

/** Takes out what is drawn anew for each request, whoever asks, and nothing else. */
function withoutChance(body: string, policy = ""): string {
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "no nonce";
  return (
    body
      .replaceAll(nonce, "nonce")
      // Where the stream was cut into scripts.
      .replaceAll('"])</script><script nonce="nonce">self.__next_f.push([1,"', "")
      // Ids that forms carry so that sending twice counts once.
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, "id")
      // A hash over the place of a form, in which its own id is a part.
      .replaceAll(/(name="\$ACTION_KEY" value=")k[0-9a-f]{32}/g, "$1key")
      // Next's own name for one request, in the payload of an address that is no page.
      .replaceAll(/(\["\$","\$L[0-9a-f]+",")[\w-]{21}([vm]",)/g, "$1request$2")
      // Teo's own clock: the hour of the day, and when his session was last used.
      .replaceAll(/Good (morning|afternoon|evening)/g, "Good day")
      .replaceAll(/(Last used: (?:<!-- -->|\\?",\\?"))(?:Today|Yesterday) \d\d:\d\d/g, "$1now")
      .replaceAll(/"secondsLeft":\d+/g, '"secondsLeft":0')
  );
}

function changedBetween(before: Map<string, string>, after: Map<string, string>): string[] {
  expect([...after.keys()]).toEqual([...before.keys()]);
  return [...before].filter(([key, body]) => after.get(key) !== body).map(([key]) => key);
}

function expectSame(before: Map<string, string>, after: Map<string, string>, when: string): void {
  const differences = changedBetween(before, after).map((key) => {
    const [old = "", now = ""] = [before.get(key), after.get(key)];
    const from = [...old].findIndex((letter, i) => letter !== now[i]);
    return `${key}: ${old.slice(Math.max(0, from - 80), from + 80)} ~ ${now.slice(Math.max(0, from - 80), from + 80)}`;
  });
  expect(differences, when).toEqual([]);
}

/** The questions for Mara alone, answered as somebody who is afraid. */
async function answerWithFear(practice: InPractice, mara: ClientActor): Promise<void> {
  const { rows } = await practice.pool.query(
    `select a.id from assessment a join instrument_version v on v.practice_id = a.practice_id and v.id = a.instrument_version_id
      where a.client_id = $1 and v.key = 'safety-and-steadiness' order by a.due_on limit 1`,
    [mara.clientId],
  );
  const assessmentId = rows[0].id;
  const begun = await practice.as(mara, (scope) => beginCheck(scope, { assessmentId, private: "yes" }));
  const { sittingId = "", questions = [] } = begun ?? {};
  for (const { id, kind } of questions) {
    const value = kind === "text" ? "He reads my messages." : id === "fear" ? "1" : "0";
    await practice.as(mara, (scope) => answerCheck(scope, { sittingId, itemId: id, form: "now", value }));
  }
  await practice.as(mara, (scope) => sendCheck(scope, { sittingId }));
}

/** Everything a person keeps for themself and their therapist. */
async function livePrivately(practice: InPractice, mara: ClientActor): Promise<void> {
  const id = randomUUID;
  const { rows } = await practice.pool.query("select id from safety_event where client_id = $1", [mara.clientId]);
  for (const event of rows)
    await practice.as(practice.owner, (scope) => closeEvent(scope, { eventId: event.id, note: "We talked." }));
  await practice.as(mara, (scope) => sendMessage(scope, { id: id(), body: "Please do not tell Teo." }));
  await practice.as(practice.owner, (scope) =>
    replyToClient(scope, {
      id: id(),
      clientId: mara.clientId,
      attemptId: null,
      body: "I will not.",
      until: new Date(),
    }),
  );
  await practice.as(mara, (scope) => saveConnectionCheck(scope, { id: id(), score: 2, note: "Alone with it." }));
  const attempt = attemptForm.parse({
    id: id(),
    key: "one-real-feeling",
    page: "one-real-feeling",
    family: "warm",
    feeling: "tender",
    sentence: "",
    told: "told",
    reflection: "I did not mean it.",
  });
  await practice.as(mara, (scope) => recordAttempt(scope, attempt));
  await practice.as(mara, (scope) =>
    logDistanceMove(scope, { id: id(), move: "phantom-ex", happening: "Thought of him.", instead: null }),
  );
  await practice.sit(mara, { emotional: [36, 76], sexual: [12, 90] });
  await practice.as(mara, (scope) => sayNotSafe(scope, {}));
}
