import { randomUUID } from "node:crypto";
import { whyNotAssignable } from "@/lib/instruments/assignable";
import { BUILT_IN_INSTRUMENTS } from "@/lib/instruments/built-in";
import { builtInProtocol } from "@/lib/protocol/built-in";
import { instrumentVersion } from "../../schema/assessments";
import { protocolVersion } from "../../schema/protocol";
import type { Scope } from "../../scope";

/** Gives a new practice its own rows of everything that ships. What needs licensed wording stays unpublished. */
export const installBuiltIn = (scope: Scope): Promise<void> => installBuiltInAs(scope, () => randomUUID());

/** The same under ids of one's own: the sample practice has equal ids on every machine. */
export async function installBuiltInAs({ actor, tx, now }: Scope, idFor: (key: string) => string): Promise<void> {
  await tx
    .insert(instrumentVersion)
    .values(
      BUILT_IN_INSTRUMENTS.map((instrument) => ({
        practiceId: actor.practiceId,
        id: idFor(instrument.key),
        key: instrument.key,
        version: instrument.version,
        title: instrument.title,
        definition: instrument,
        publishedAt: whyNotAssignable(instrument) ? null : now,
        createdAt: now,
      })),
    )
    .onConflictDoNothing();
  await tx
    .insert(protocolVersion)
    .values({
      practiceId: actor.practiceId,
      id: idFor(builtInProtocol.key),
      key: builtInProtocol.key,
      version: 1,
      title: builtInProtocol.title,
      definition: builtInProtocol,
      publishedAt: now,
      createdAt: now,
    })
    .onConflictDoNothing();
}
