import { statfsSync } from "node:fs";
import process from "node:process";
import { caseloadOf, type Line, monthAgo, saidOfLoad, settled, startBench } from "./beside-floor";
import { type Crowd, mintCrowd } from "./crowd";
import { say } from "./load";

/** Clients of the whole installation, a thousand to a practice and twenty rows to a client. */
const perPractice = 1_000;
const isLarge = process.argv.includes("--large");
const stages = [1_000, 50_000, ...(isLarge ? [1_000_000] : [])];
const roomForLarge = 30 * 1024 ** 3;
const mostBytes = 20 * 1024 ** 3;

if (isLarge) {
  const { bavail, bsize } = statfsSync(".");
  if (bavail * bsize < roomForLarge)
    throw new Error("A million clients need 30 GB of room on this disk, and it has less.");
}

const bench = await startBench();
const drawn: { clients: number; lines: Line[] }[] = [];
let clients = 0;
let last: Crowd | undefined;
try {
  for (const stage of stages) {
    const begun = Date.now();
    for (; clients < stage; clients += perPractice) {
      last = await mintCrowd(bench.pool, perPractice, monthAgo(), new Date());
      if (clients % 50_000 === 0) await withinRoom();
    }
    if (!last) continue;
    await settled(bench.pool);
    console.log(
      `\n${clients.toLocaleString("en-GB")} clients, filled in ${Math.round((Date.now() - begun) / 1_000)} s`,
    );
    const lines = [...(await bench.measure()), ...(await bench.measureCaseloads([await caseloadOf(bench.pool, last)]))];
    drawn.push({ clients, lines });
    say(lines);
  }
  sayGrowth();
  console.log(saidOfLoad);
} finally {
  await bench.stop();
}

async function withinRoom(): Promise<void> {
  const { rows } = await bench.pool.query<{ size: string }>("select pg_database_size(current_database()) as size");
  if (Number(rows[0]?.size) > mostBytes) throw new Error("The database has grown beyond 20 GB.");
}

/** Each line over the first table's, both beside their floor of the same minute. */
function sayGrowth(): void {
  const [first, ...later] = drawn;
  if (!first) return;
  console.log(`\nTimes ${first.clients.toLocaleString("en-GB")} clients, beside the floor (flat is 1.2 or less)`);
  const beside = ({ speed, floor }: Line) => speed.p50 / floor.p50;
  for (const [place, line] of first.lines.entries()) {
    const ratios = later.map(({ clients: many, lines }) => {
      const other = lines[place];
      return `${many.toLocaleString("en-GB")}: ${other ? (beside(other) / beside(line)).toFixed(2) : "-"}`;
    });
    console.log(`${line.name.padEnd(26)}${ratios.join("   ")}`);
  }
}
