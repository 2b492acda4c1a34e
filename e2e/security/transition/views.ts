import type { ClientActor } from "@/lib/actor";
import { builtInReadings } from "@/lib/learn/readings";
import { numbered, paths } from "@/lib/paths";
import { builtInProtocol } from "@/lib/protocol/built-in";
import { CHECK_INSTRUMENTS } from "@/lib/safety/check-instruments";
import { localDate } from "@/lib/time/zone";
import { mintSession } from "../minted-session";
import { routes } from "../routes";
import { deedsOf } from "./deeds";
import { deskDeeds } from "./desk-deeds";
import { deskOf } from "./desk-places";
import { type Depth, type Fetched, fetchAll, type Visitor } from "./fetched";
import { postAll, type SendResult } from "./posted";
import { markOf, namesOf, type Side, type Sitting, sittingsOf } from "./side";

/** Whose screen is looked at: the partner's portal, the own one, or the desk of somebody who reads only the partner. */
export type View = "teo" | "mara" | "desk";

/** Every page, or those on which most of what could tell stands: what `npm test` has time for. */
export type Breadth = "every" | "chosen";

export type Place = { name: string; address: string };

/** One exercise that is done alone, one of each shared kind, a page with a form, and one reading. */
const chosenKeys = ["one-real-feeling", "ask-for-a-favour", "ten-minute-cuddle", "temperature-check"];
const chosenReading = builtInReadings[0]?.key ?? "";

function keysFor(route: string, breadth: Breadth): string[] {
  if (!route.includes("[key]")) return [""];
  if (route.endsWith("/saved")) return breadth === "every" ? builtInProtocol.exercises.map(({ key }) => key) : [];
  if (route.includes("/exercises/"))
    return breadth === "every" ? builtInProtocol.exercises.map(({ key }) => key) : chosenKeys;
  return breadth === "every" ? builtInReadings.map(({ key }) => key) : [chosenReading];
}

/** The cards of safety questions, whatever became of them, and everything else that could be opened by now. */
function openSittings(sittings: readonly Sitting[], clientId: string, today: string, breadth: Breadth): Sitting[] {
  const own = sittings.filter((one) => one.client_id === clientId && one.opens_on <= today);
  const isCheck = ({ key }: Sitting) => CHECK_INSTRUMENTS.includes(key);
  return breadth === "every" ? own : [...own.filter(isCheck), ...own.filter((one) => !isCheck(one)).slice(-1)];
}

/** The portal as one person can ask for it: every route of the tree that opens for clients, filled in. */
async function portalOf({ world, practice }: Side, person: ClientActor, now: Date, breadth: Breadth): Promise<Place[]> {
  const sittings = await sittingsOf(world, practice.practiceId);
  const open = openSittings(sittings, person.clientId, localDate(now, person.zone), breadth);
  const filled = Object.entries(routes)
    .filter(([route, { opens }]) => route.startsWith("/portal") && opens.includes("client"))
    .flatMap(([route]) => keysFor(route, breadth).map((key) => route.replace("[key]", key)))
    .flatMap((route) =>
      route.includes("[assessmentId]")
        ? open.map(({ id, key, due_on }) => ({
            name: `/portal/assessments/${key} ${due_on}`,
            address: route.replace("[assessmentId]", id),
          }))
        : [{ name: route, address: numbered(route) ?? route }],
    );
  const more = [`${paths.portal.sharePreview}?show=3&show=4`, "/portal/nowhere", "/api/session"];
  return [...filled, ...more.map((address) => ({ name: address, address }))];
}

/** A sign-in of that moment and no other. */
async function visitorOf(side: Side, view: View, now: Date): Promise<Visitor & { mark: string }> {
  const { world, practice } = side;
  const { accountId } = view === "desk" ? practice.colleague : side[view];
  await world.pool.query("delete from session where practice_id = $1", [practice.practiceId]);
  const kind = view === "desk" ? "staff" : "client";
  const { token } = await mintSession(world.pool, practice.practiceId, accountId, kind, now);
  await world.goTo(now);
  return { url: world.server.url, token, names: await namesOf(side), mark: markOf(world, accountId) };
}

/** Everything that one view shows at `now`. */
export async function lookAt(side: Side, view: View, now: Date, breadth: Breadth, depth: Depth): Promise<Fetched> {
  const places = view === "desk" ? await deskOf(side, breadth) : await portalOf(side, side[view], now, breadth);
  return fetchAll(await visitorOf(side, view, now), places, depth);
}

/** Everything that one view can send, from `now` on, a minute apart. After it this history is not looked at any more. */
export async function actAs(side: Side, view: View, now: Date): Promise<SendResult> {
  const { world } = side;
  const deeds = view === "desk" ? deskDeeds(side) : deedsOf(side, await openFor(side, side[view], now));
  const minuteOf = (place: number) => place - deeds.slice(0, place + 1).filter(({ isAtOnce }) => isAtOnce).length;
  const beforeEach = (place: number) => world.goTo(new Date(now.getTime() + minuteOf(place) * 60_000));
  return postAll({ ...(await visitorOf(side, view, now)), ids: world.actions, beforeEach }, deeds);
}

async function openFor({ world, practice }: Side, person: ClientActor, now: Date): Promise<Sitting[]> {
  const sittings = await sittingsOf(world, practice.practiceId);
  return openSittings(sittings, person.clientId, localDate(now, person.zone), "every");
}
