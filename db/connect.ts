import { Pool, type PoolClient } from "pg";
import { Unavailable } from "@/lib/errors";
import { keepPlans } from "./prepared";
import { asUnavailable } from "./unavailable";

export type PoolOptions = {
  url: string;
  max: number;
  onIdleError: (error: Error) => void;
  /** How long somebody waits for a connection while all are taken; five seconds unless said. */
  patienceMs?: number;
  /** Keeps the plans of statements: no pooler stands between that lends another connection to each transaction. */
  keepsPlans?: boolean;
  /** Told of each time that the database could not be had, where whoever asked waits. */
  onUnavailable?: (fault: Unavailable) => void;
};

type Done = (
  error: Error | undefined,
  client: PoolClient | undefined,
  release: (end?: Error | boolean) => void,
) => void;

/** A pool that says why it has no connection, within its patience, and how long the first in line has waited. */
export class PatientPool extends Pool {
  private readonly waiting = new Set<number>();
  private readonly given: PoolOptions;
  private taken = 0;

  constructor(given: PoolOptions) {
    super({
      connectionString: given.url,
      max: given.max,
      application_name: "nearer",
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
    });
    this.given = given;
    this.on("acquire", () => {
      this.taken += 1;
    });
    this.on("release", () => {
      this.taken -= 1;
    });
    const ask = super.query.bind(this) as (...given: unknown[]) => unknown;
    this.query = ((...given: unknown[]) => {
      const asked = ask(...given);
      if (!(asked instanceof Promise)) return asked;
      return asked.catch((error: unknown) => {
        // Without a connection it was told already; and one statement that was under way by itself may have been kept.
        throw error instanceof Unavailable ? error : this.told(error, true);
      });
    }) as typeof this.query;
  }

  private told(error: unknown, mayBeKept: boolean): unknown {
    const fault = asUnavailable(error, mayBeKept);
    if (fault instanceof Unavailable) this.given.onUnavailable?.(fault);
    return fault;
  }

  /** In milliseconds; nothing while nobody waits. */
  longestWait(): number {
    const [first] = this.waiting;
    return first === undefined ? 0 : performance.now() - first;
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Done): void;
  override connect(callback?: Done): Promise<PoolClient> | undefined {
    const asked = this.connected();
    if (!callback) return asked;
    asked.then(
      (client) => callback(undefined, client, (end) => client.release(end)),
      (error: Error) => callback(error, undefined, () => undefined),
    );
    return undefined;
  }

  private async connected(): Promise<PoolClient> {
    let since = performance.now();
    // One set for an order: two that came in the same instant are two.
    while (this.waiting.has(since)) since += 1e-4;
    this.waiting.add(since);
    let patience: NodeJS.Timeout | undefined;
    const client = super.connect();
    try {
      const tooLong = new Promise<never>((_, reject) => {
        const { patienceMs } = this.given;
        if (patienceMs)
          patience = setTimeout(() => this.isFull() && reject(new Unavailable("busy", "pool")), patienceMs);
      });
      return await Promise.race([client, tooLong]);
    } catch (error) {
      // Whoever gave up gives back what comes after all.
      client.then(
        (late) => late.release(),
        () => undefined,
      );
      throw this.told(error, false);
    } finally {
      clearTimeout(patience);
      this.waiting.delete(since);
    }
  }

  /** All are in somebody's hands; one that is only being opened is not. */
  private isFull(): boolean {
    return this.taken >= this.given.max;
  }
}

/** A pool that outlives a restart of the database: an idle client's error is reported, never thrown. */
export function connect(given: PoolOptions): PatientPool {
  const pool = new PatientPool(given);
  pool.on("error", given.onIdleError);
  // While somebody holds a connection the pool does not listen to it: its end reaches them by the query that fails, and
  // without this would be an uncaught exception beside that.
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    if (given.keepsPlans) keepPlans(client);
  });
  return pool;
}
