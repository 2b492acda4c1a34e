import type { Pool } from "pg";
import type { SystemActor } from "@/lib/actor";
import { type Scope, withScope } from "../../scope";

export type SystemScope = Scope<SystemActor>;

/** The doors before sign-in act as the installation, inside the one practice that a door named. */
export const withSystemScope = <T>(
  pool: Pool,
  practiceId: string,
  now: Date,
  run: (scope: SystemScope) => Promise<T>,
): Promise<T> => withScope<SystemActor, T>(pool, { kind: "system", role: "system", practiceId }, now, run);
