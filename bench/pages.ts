import { caseloadOf, monthAgo, saidOfLoad, settled, startBench } from "./beside-floor";
import { mintCrowd } from "./crowd";
import { say } from "./load";

/** The pages and writes that people wait for most, beside the floor, in one run. */
const bench = await startBench();
try {
  // Before the crowd: with ten thousand clients the worker looks after somebody for half of its time.
  const small = await bench.measure();
  const thousand = await mintCrowd(bench.pool, 1_000, monthAgo(), new Date());
  const tenThousand = await mintCrowd(bench.pool, 10_000, monthAgo(), new Date());
  await settled(bench.pool);
  const large = [await caseloadOf(bench.pool, thousand), await caseloadOf(bench.pool, tenThousand)];
  say([...small, ...(await bench.measureCaseloads(large))]);
  console.log(saidOfLoad);
} finally {
  await bench.stop();
}
