import { askDueChecks } from "@/runtime/worker/ask-checks";
import { lookAtSignals } from "@/runtime/worker/look-at-signals";
import { remindClients } from "@/runtime/worker/remind";
import type { Family, Moment } from "./family";
import { mintSide, type Side } from "./side";
import { on, type World } from "./world";

export const CONTROL = "control";

type Happening = { at: Date; run: (side: Side, now: Date) => Promise<unknown> };

/** One history as far as it was lived, and in which ways the control was told apart. */
export type Live = { name: string; side: Side; waiting: Happening[]; isSeen: Set<string> };

/** What the worker does on a day, before the server's clock comes to it: then it happens at the same minute everywhere. */
const daily = (day: number): Happening[] => [
  { at: on(day, "00:05"), run: ({ world, practice }, now) => lookAtSignals(world.pool, practice.system, now) },
  { at: on(day, "08:00"), run: ({ world, practice }, now) => askDueChecks(world.pool, practice.system, now) },
  { at: on(day, "09:30"), run: ({ world, practice }, now) => remindClients(world.pool, practice.system, now) },
];

function happeningsOf(family: Family, moments: readonly Moment[]): Happening[] {
  const last = Math.max(...family.looks.map(([day]) => day));
  const days = Array.from({ length: last - family.ground.day }, (_, i) => family.ground.day + 1 + i);
  const acts = [...family.before, ...moments].map(([day, time, run]): Happening => ({ at: on(day, time), run }));
  return [...days.flatMap(daily), ...acts].sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The histories of these names, the first of the family and the control, each in a practice of its own. */
export async function begin(world: World, family: Family, names: readonly string[]): Promise<Live[]> {
  const [first = ""] = Object.keys(family.histories);
  const lives: Live[] = [];
  // The worker of the server cares for every practice at the hour of its clock: never ahead of what is lived here.
  const begins = on(family.ground.day, "10:00");
  await world.goTo(begins);
  for (const name of [first, ...names, CONTROL]) {
    const base = family.histories[name === CONTROL ? first : name];
    if (!base) throw new Error(`${family.name} has no history "${name}".`);
    const waiting = happeningsOf(family, name === CONTROL ? [...base, ...family.control] : base);
    const side = await mintSide(world, family.ground);
    // What is due at the beginning is said in its minute in every history, whether or not the worker came by meanwhile.
    await remindClients(world.pool, side.practice.system, begins);
    await lookFromTheStart(side, begins);
    lives.push({ name, side, waiting, isSeen: new Set() });
  }
  return lives;
}

export async function liveUntil({ side, waiting }: Live, now: Date): Promise<void> {
  for (let next = waiting[0]; next && next.at <= now; next = waiting[0]) {
    await next.run(side, next.at);
    waiting.shift();
  }
  await lookAtSignals(side.world.pool, side.practice.system, now);
}

/** The server's worker may have come by while the two were made: what it saw of half a couple is forgotten. */
async function lookFromTheStart({ world, practice }: Side, now: Date): Promise<void> {
  const ofPractice = "where practice_id = $1";
  const connection = await world.pool.connect();
  try {
    await connection.query("begin");
    const held = `select pg_advisory_xact_lock(hashtextextended('signals ' || id, 0)) from (select id from client ${ofPractice} order by id) c`;
    for (const statement of [
      held,
      ...["signal_event", "signal", "signal_round"].map((table) => `delete from ${table} ${ofPractice}`),
    ])
      await connection.query(statement, [practice.practiceId]);
    await connection.query("commit");
  } finally {
    connection.release();
  }
  await lookAtSignals(world.pool, practice.system, now);
}
