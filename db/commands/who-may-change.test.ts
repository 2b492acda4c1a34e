import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { getLinkChoices } from "@/db/queries/couples/couple";
import { getClientAccess } from "@/db/queries/identity/client-access";
import { withScope } from "@/db/scope";
import { clientCommands } from "@/db/testing/client-commands";
import { type Ids, layOutThings } from "@/db/testing/client-things";
import { testPool } from "@/db/testing/database";
import { type MintedPractice, mintPractice, testNow } from "@/db/testing/mint";

import type { ClientActor, StaffActor } from "@/lib/actor";

/** About the practice itself or a colleague: the owner's, with tests of their own beside them. */
const aboutThePractice = [
  "askResearch",
  ...["setPracticeLetters", "setPracticeDetails", "setPracticeHours", "putSetUpAway", "setRetention"],
  ...["lockDraft", "keepDraft", "addDraft", "freeKey", "enterWording", "confirmKey", "planScales"],
  ...["describeInstrument", "publishInstrument", "startVersion", "copyInstrument", "chooseReliability"],
  ...[
    "beginInstrument",
    "saveItem",
    "arrangeItem",
    "takeTable",
    "saveAnswers",
    "dropAnswers",
    "saveScale",
    "dropScale",
  ],
  ...[
    "undoStep",
    "archiveInstrument",
    "discardNextVersion",
    "takeDraftBack",
    "lastDiscarded",
    "sayLicence",
    "recordLicence",
    "requireLicence",
    "licenceNoteOf",
  ],
  ...["lockBuildable", "keepStep", "writeDraft", "newestPublished"],
  ...[
    "importInstrument",
    "markCritical",
    "changeRole",
    "lockColleague",
    "refuseOwnHand",
    "decideAccess",
    "inviteColleague",
  ],
  ...["startSupervision", "endSupervision", "keepReadingDraft", "publishReading", "dropReadingDraft"],
  ...[
    "takeShippedReading",
    "retireReading",
    "copyVersion",
    "editDraft",
    "publishVersion",
    "discardDraft",
    "archiveVersion",
  ],
  ...["takeShipped", "addShippedProtocol", "addMergedDraft", "putInstrument"],
  ...[
    "transferClients",
    "setEscalation",
    "setCrisisContacts",
    "setProposalText",
    "writeProposalText",
    ...["setLimits", "saveLimitsDraft", "publishLimits", "dropLimitsDraft"],
    "setAbsence",
    "endAbsence",
    "setWorkingHours",
    "chooseTiming",
    "setNoteTemplate",
    "setFeed",
    "retireNoteTemplate",
    "setThresholds",
    // Somebody's own, and nobody else's: db/commands/caseload/keep-look.test.ts.
    "keepLook",
    "renameLook",
    "removeLook",
  ],
];

/** Steps of a command above, which has looked the client up in its scope: none of them is called by a page. */
const withinACommand = [
  ...["keepWithdrawal", "mayInvite", "seeAttempts", "seeMessages"],
  ...["signalStanding", "answerByDecision", "linkOf", "keepAddressSafety"],
  ...["keepStep", "endCourse", "leaveNothingWaiting", "startProtocol", "keepAccess", "keepExportFile", "askLongRecord"],
  ...["refuseOverlap", "isTimeTaken", "lockWhoCame", "lockNote", "addVersion", "lockSeveral"],
  ...["lockBoth", "insertDecision", "decideForPartner"],
];

/**
 * Of those who read a colleague’s clients, and not of the therapist: db/commands/notes/notes.test.ts. And what owners and
 * supervisors do in an emergency, by a name and no id: db/commands/clients/emergency.test.ts.
 */
const ofSupervisors = ["cosignNote", "openEmergency", "endEmergency", "reviewEmergency"];

const pool = testPool();
let practice: MintedPractice;
let foreign: MintedPractice;
let ines: ClientActor;
let ids: Ids;
beforeAll(async () => {
  ({ practice, ines, ids } = await layOutThings(pool));
  foreign = await mintPractice(pool);
});

class TakenBack extends Error {}

/** What became of it: the fault's name, or "done". Nothing is kept, so that each begins from the same. */
async function outcome(command: string, actor: StaffActor | ClientActor): Promise<string> {
  const run = clientCommands[command]?.run;
  try {
    await withScope(pool, actor as StaffActor, testNow, async (scope) => {
      await run?.(scope, ids);
      throw new TakenBack();
    });
    return "done";
  } catch (error) {
    if (error instanceof TakenBack) return "done";
    return error instanceof Error ? error.name : String(error);
  }
}

const turnedAway = ["NotFound", "Forbidden"];
/** A step whose callers ask who may; and one's own second step, which is refused to everybody before that. */
const otherwise: Record<string, string> = {
  lockClientAssessment: "done",
  lockAppointment: "done",
  resetFactor: "Refused",
};

it("knows every command of staff, and which of them are about one client", () => {
  const takesStaff = /export async function (\w+)(?:<[^>]*>)?\(\s*(?:scope|\{[^}]*\}): Scope<StaffActor>/g;
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  const found = files.flatMap((file) => {
    const source = readFileSync(path.join(import.meta.dirname, file), "utf8");
    return [...source.matchAll(takesStaff)].map(([, name]) => name);
  });
  expect(found.length).toBeGreaterThan(50);
  expect(found.sort()).toEqual(
    [...Object.keys(clientCommands), ...aboutThePractice, ...withinACommand, ...ofSupervisors].sort(),
  );
});

describe.each(Object.entries(clientCommands))("%s", (name, { supervisorMay, freeElsewhere }) => {
  it("is the therapist's, and nobody's who is not theirs", async () => {
    // The same form is taken from the therapist, so that an id which nobody has cannot make this pass.
    expect(turnedAway).not.toContain(await outcome(name, practice.therapist));
    expect(turnedAway).toContain(await outcome(name, practice.colleague));
    if (!freeElsewhere) expect(turnedAway).toContain(await outcome(name, foreign.owner));
  });

  it(`is ${supervisorMay ? "" : "not "}the supervisor's, who reads the client`, async () => {
    const seen = await outcome(name, practice.supervisor);
    if (supervisorMay) expect(turnedAway).not.toContain(seen);
    else expect(turnedAway).toContain(seen);
  });

  it("is no client's, about themself neither", async () => {
    expect(await outcome(name, ines)).toBe(otherwise[name] ?? "Forbidden");
  });
});

it("offers a supervisor who reads two clients no way to link them", async () => {
  const offered = async (actor: StaffActor) =>
    (await withScope(pool, actor, testNow, (scope) => getLinkChoices(scope, ids.singleId))).people.map(({ id }) => id);
  expect(await offered(practice.therapist)).toContain(ids.otherId);
  expect(await offered(practice.supervisor)).toEqual([]);
});

it("offers a supervisor who reads the client no way to change the access", async () => {
  const mayChange = async (actor: StaffActor) =>
    (await withScope(pool, actor, testNow, (scope) => getClientAccess(scope, ids.clientId))).mayChange;
  expect(await mayChange(practice.therapist)).toBe(true);
  expect(await mayChange(practice.supervisor)).toBe(false);
});
