import { randomUUID } from "node:crypto";
import { whyNotAssignable } from "@/lib/instruments/assignable";
import { builtInProtocol } from "@/lib/protocol/built-in";
import type { ProtocolVersion } from "@/lib/protocol/definition";
import { shippedContent } from "@/lib/shipped/shipped-content";
import { instrumentVersion } from "../../schema/assessments";
import { protocolVersion } from "../../schema/protocol";
import { shippedTaken } from "../../schema/shipped";
import type { Scope } from "../../scope";

type Equipment = { protocol?: ProtocolVersion; idFor?: (key: string) => string };

/**
 * Gives a new practice everything that ships, as taken: rows of its own of protocol and instruments, and a note of each
 * version. What needs licensed wording stays a draft. The sample practice has ids that are equal on every machine; tests
 * have a protocol of their own.
 */
export async function installBuiltIn(
  { actor, tx, now }: Scope,
  { protocol = builtInProtocol, idFor = () => randomUUID() }: Equipment = {},
): Promise<void> {
  const { practiceId } = actor;
  const instruments: (typeof instrumentVersion.$inferInsert)[] = [];
  const protocols: (typeof protocolVersion.$inferInsert)[] = [];
  const taken: (typeof shippedTaken.$inferInsert)[] = [];
  for (const one of shippedContent) {
    const { kind, key, edition } = one;
    const content = one.kind === "protocol" ? protocol : one.content;
    const base = { practiceId, id: idFor(key), key, createdAt: now };
    const isReady = one.kind !== "instrument" || !whyNotAssignable(one.content);
    if (one.kind === "instrument") {
      const { title, version } = one.content;
      instruments.push({ ...base, version, title, definition: content, publishedAt: isReady ? now : null });
    }
    if (one.kind === "protocol")
      protocols.push({ ...base, version: edition.version, title: one.title, definition: content, publishedAt: now });
    const isInstrument = kind === "instrument" && isReady;
    const words = isInstrument ? { instrumentVersionId: base.id } : { content };
    taken.push({
      ...{ practiceId, id: idFor(`taken ${kind} ${key}`), kind, key, version: edition.version, takenAt: now },
      ...{ way: "set-up", ...(kind === "protocol" ? { protocolVersionId: base.id } : words) },
    });
  }
  await tx.insert(instrumentVersion).values(instruments).onConflictDoNothing();
  await tx.insert(protocolVersion).values(protocols).onConflictDoNothing();
  await tx.insert(shippedTaken).values(taken);
}
