import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { archiveVersion } from "@/db/commands/protocol/archive-version";
import { copyVersion, editDraft, publishVersion } from "@/db/commands/protocol/edit-version";
import { moveEnrolment, withdrawMove } from "@/db/commands/protocol/move-enrolment";
import { getProtocolVersion, listProtocolVersions } from "@/db/queries/protocol/protocol-versions";
import { withScope } from "@/db/scope";
import { type MintedPractice, mintClient, mintPractice, testNow } from "@/db/testing/mint";
import type { StaffActor } from "@/lib/actor";
import { doseField, exerciseField } from "@/lib/protocol/edit-fields";
import type { EditStep } from "@/lib/protocol/edit-step";

/** A minute after `testNow`: a version published then is the newest. */
export const later = new Date(testNow.getTime() + 60_000);

/** The steps of the protocol editor, as one of a practice's people would take them. */
export function editing(pool: Pool) {
  const list = (actor: StaffActor) => withScope(pool, actor, testNow, listProtocolVersions);
  const builtIn = async ({ owner }: Pick<MintedPractice, "owner">) =>
    (await list(owner)).find(({ name }) => name.includes("as shipped"))?.id ?? "";
  const copy = (actor: StaffActor, id: string) => withScope(pool, actor, testNow, (scope) => copyVersion(scope, id));
  const read = (actor: StaffActor, id: string) =>
    withScope(pool, actor, later, (scope) => getProtocolVersion(scope, id));
  const revisionFor = (actor: StaffActor, id: string) =>
    read(actor, id).then(
      ({ revision }) => revision,
      () => "none",
    );
  const save = async (
    actor: StaffActor,
    versionId: string,
    fields: Record<string, string>,
    step: EditStep = { kind: "save" },
  ) => {
    const revision = await revisionFor(actor, versionId);
    return withScope(pool, actor, testNow, (scope) => editDraft(scope, { versionId, revision, step, fields }));
  };
  const publish = async (actor: StaffActor, versionId: string) => {
    const revision = await revisionFor(actor, versionId);
    return withScope(pool, actor, later, (scope) => publishVersion(scope, { versionId, revision }));
  };
  const move = (actor: StaffActor, clientId: string, versionId: string, words: string | null = null) =>
    withScope(pool, actor, later, (scope) =>
      moveEnrolment(scope, { id: randomUUID(), clientId, versionId, reason: "Fits better", words }),
    );
  const withdraw = (actor: StaffActor, clientId: string, moveId: string, words: string | null = null) =>
    withScope(pool, actor, later, (scope) =>
      withdrawMove(scope, { id: randomUUID(), clientId, moveId, reason: "Too much at once", words }),
    );
  const archive = (actor: StaffActor, versionId: string, how: "yes" | "no") =>
    withScope(pool, actor, later, (scope) => archiveVersion(scope, { versionId, archive: how }));

  /** A practice with a published protocol of its own, in which week 6 asks for less. */
  const ownProtocol = async () => {
    const minted = await mintPractice(pool);
    const client = await mintClient(pool, minted, { startDate: "2026-10-19" });
    const { versionId } = await copy(minted.owner, await builtIn(minted));
    await save(minted.owner, versionId, {
      [exerciseField("ten-minute-cuddle", "title")]: "Ten quiet minutes",
      [doseField(6, "ten-minute-cuddle")]: "times-1",
    });
    await publish(minted.owner, versionId);
    return { ...minted, client, clientId: client.clientId, versionId };
  };
  return { list, builtIn, copy, read, save, publish, move, withdraw, archive, ownProtocol };
}
