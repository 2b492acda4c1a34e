import { randomUUID } from "node:crypto";
import { whyNotAssignable } from "@/lib/instruments/assignable";
import { BUILT_IN_INSTRUMENTS } from "@/lib/instruments/built-in";
import { builtInProtocol } from "@/lib/protocol/built-in";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { instrumentVersion } from "../../schema/assessments";
import { protocolVersion } from "../../schema/protocol";
import type { Scope } from "../../scope";

type Equipment = { protocol?: ProtocolVersion; idFor?: (key: string) => string };

/**
 * Gives a new practice its own rows of everything that ships. What needs licensed wording stays unpublished. The sample
 * practice has ids that are equal on every machine; tests have a protocol of their own.
 */
export async function installBuiltIn(
  { actor, tx, now }: Scope,
  { protocol = builtInProtocol, idFor = () => randomUUID() }: Equipment = {},
): Promise<void> {
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
      id: idFor(protocol.key),
      key: protocol.key,
      version: 1,
      title: protocol.title,
      definition: protocol,
      publishedAt: now,
      createdAt: now,
    })
    .onConflictDoNothing();
}
