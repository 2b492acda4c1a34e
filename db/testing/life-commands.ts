import { randomUUID } from "node:crypto";
import { answerErasure, beginHold, endHold, noteErasureAsked } from "@/db/commands/clients/answer-erasure";
import { beginCourse } from "@/db/commands/clients/begin-course";
import { correctAddress, dropAddressChange } from "@/db/commands/clients/correct-address";
import { correctRecord } from "@/db/commands/clients/correct-record";
import { correctStart } from "@/db/commands/clients/correct-start";
import { dischargeClient, returnClient } from "@/db/commands/clients/discharge-client";
import { mergeRecords, undoMerge } from "@/db/commands/clients/merge-records";
import { removeMistaken } from "@/db/commands/clients/remove-mistaken";
import { revokeInvitation } from "@/db/commands/clients/revoke-invitation";
import { answerDemand, noteDemand } from "@/db/commands/exports/court-demand";
import { makeExport } from "@/db/commands/exports/make-export";
import { makeWholeFile, testHarm } from "@/db/commands/exports/whole-record";
import { beginWithoutBaseline } from "@/db/commands/protocol/begin-weeks";
import type { Scope } from "@/db/scope";
import type { Ids } from "@/db/testing/client-things";
import type { StaffActor } from "@/lib/actor";

export type Case = {
  run: (scope: Scope<StaffActor>, ids: Ids) => Promise<unknown>;
  /** Safety does not wait for the therapist: whoever reads the client may be more careful, and take what comes up. */
  supervisorMay?: true;
  /** In another practice the id is nobody's, and may become somebody's. */
  freeElsewhere?: true;
};

const id = () => randomUUID();
const words = "Mine";

/** Commands about a client's life in the practice: corrections, courses, endings and hand-over. */
export const lifeCommands: Record<string, Case> = {
  correctRecord: {
    run: (scope, { clientId }) =>
      correctRecord(scope, {
        ...{ clientId, name: words, pronouns: null, partnerName: null, zone: "Europe/London", reason: null },
      }),
  },
  correctAddress: {
    run: (scope, { clientId }) =>
      correctAddress(scope, {
        ...{ clientId, email: `${id()}@nowhere.example`, addressSafety: "unknown" as const, oldUnsafe: false },
        reason: words,
      }),
  },
  beginWithoutBaseline: {
    run: (scope, { clientId }) => beginWithoutBaseline(scope, { clientId, reason: words }),
  },
  dropAddressChange: { run: (scope, { clientId }) => dropAddressChange(scope, { clientId }) },
  beginCourse: {
    run: (scope, { clientId }) => beginCourse(scope, { id: id(), clientId, startDate: "2026-11-30", reason: words }),
  },
  revokeInvitation: { run: (scope, { clientId }) => revokeInvitation(scope, { id: id(), clientId, reason: words }) },
  makeExport: {
    run: (scope, { clientId }) =>
      makeExport(
        scope,
        { clientId, format: "json", "parts[]": ["checks"], password: "not the password" },
        { limitSecret: words, write: async () => Buffer.from(words) },
      ),
  },
  testHarm: {
    run: (scope, { clientId }) =>
      testHarm(scope, {
        ...{ id: id(), clientId, talkOn: "2026-11-20", talkWay: "phone" as const, talkUnheard: true },
        ...{ answer: "all" as const, "parts[]": ["messages" as const], reason: words },
      }),
  },
  makeWholeFile: {
    run: (scope, { clientId }) =>
      makeWholeFile(
        scope,
        { clientId, testId: id(), password: "not the password" },
        { limitSecret: words, write: async () => Buffer.from(words) },
      ),
  },
  dischargeClient: {
    run: (scope, { clientId }) =>
      dischargeClient(scope, {
        ...{ id: id(), clientId, reason: words, goodbye: null, portal: "closed" as const, readableUntil: "" },
      }),
  },
  noteErasureAsked: { run: (scope, { clientId }) => noteErasureAsked(scope, { id: id(), clientId, reason: words }) },
  answerErasure: {
    run: (scope, { askedId }) =>
      answerErasure(scope, {
        ...{ id: id(), clientId: askedId, answer: "not-wanted" as const, reason: words },
        talk: { on: "2026-11-20", way: "phone" as const, unheard: true },
      }),
  },
  noteDemand: {
    run: (scope, { clientId }) => noteDemand(scope, { id: id(), clientId, demand: words, dueOn: null }),
  },
  answerDemand: {
    run: (scope, { askedId, demandId }) =>
      answerDemand(scope, { id: id(), clientId: askedId, demandId, reason: words }),
  },
  beginHold: { run: (scope, { clientId }) => beginHold(scope, { id: id(), clientId, reason: words }) },
  endHold: {
    run: (scope, { askedId, holdId }) => endHold(scope, { id: id(), clientId: askedId, holdId, reason: words }),
  },
  returnClient: { run: (scope, { clientId }) => returnClient(scope, { id: id(), clientId, reason: words }) },
  mergeRecords: {
    run: (scope, { clientId, otherId }) =>
      mergeRecords(scope, { id: id(), clientId: otherId, intoId: clientId, reason: words }),
  },
  undoMerge: { run: (scope, { clientId }) => undoMerge(scope, { id: id(), clientId, reason: words }) },
  removeMistaken: { run: (scope, { clientId }) => removeMistaken(scope, { id: id(), clientId, reason: words }) },
  correctStart: {
    run: (scope, { clientId }) => correctStart(scope, { clientId, startDate: "2026-11-30", reason: words }),
  },
};
