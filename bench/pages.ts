import { caseloadOf, monthAgo, saidOfLoad, settled, startBench } from "./beside-floor";
import { mintCrowd } from "./crowd";
import { say } from "./load";

/** The pages and writes that people wait for most, beside the floor, in one run. */
const bench = await startBench();
try {
  const thousand = await mintCrowd(bench.pool, 1_000, monthAgo(), new Date());
  const tenThousand = await mintCrowd(bench.pool, 10_000, monthAgo(), new Date());
  await settled(bench.pool);
  say(await bench.measure([await caseloadOf(bench.pool, thousand), await caseloadOf(bench.pool, tenThousand)]));
  console.log(saidOfLoad);
} finally {
  await bench.stop();
}
