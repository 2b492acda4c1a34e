import { readFileSync } from "node:fs";
import path from "node:path";
import { consentText } from "../../lib/identity/consent-text";
import { type Attack, clients, everybody, type Form, type Ids, of, one, portal, practice, staff } from "./attack";
import { caseloadAttacks } from "./caseload-attacks";
import { doorAttacks } from "./door-attacks";
import { erasing } from "./erasure-attacks";
import { library } from "./library-attacks";
import { life } from "./life-attacks";
import { partners } from "./partner-attacks";
import { proofAttacks } from "./proof-attacks";
import { reportAttacks } from "./report-attacks";
import { safetyAttacks } from "./safety-attacks";
import { sessionAttacks } from "./session-attacks";
import { signalAttacks } from "./signal-attacks";

const account = "server/auth/account-actions.ts#";
const password = "lantern-orbit-velvet-93";
const pushAnswer = { address: "https://push.example.com/1", publicKey: "B".repeat(87), secret: "A".repeat(22) };
const named = { id: "a2V5", rawId: "a2V5", type: "public-key" };
const newPasskey = JSON.stringify({ ...named, response: { clientDataJSON: "e30", attestationObject: "oA" } });

/** Every action that the build serves. One that is not listed here fails the suite. */
export const attacks: Record<string, Attack> = {
  ...caseloadAttacks,
  ...doorAttacks,
  "app/(in-session)/in-session/actions.ts#handBack": of(() => ({})),
  "app/(in-session)/in-session/actions.ts#keepAnswer": of((ids) => answer(ids)),
  "app/(in-session)/in-session/actions.ts#submit": of((ids) => ({ assessmentId: ids.assessment })),
  [`${portal}account/actions.ts#withdraw`]: of(() => ({}), clients),
  [`${portal}account/actions.ts#setCareful`]: of(() => ({ careful: "yes", password }), clients),
  [`${portal}account/actions.ts#openWords`]: of(() => ({ password }), clients),
  [`${portal}account/actions.ts#setLeaveKeys`]: of(() => ({ escape: "no" }), clients),
  [`${portal}account/actions.ts#setReminders`]: of(() => ({ exerciseHour: "19", checkHour: "" }), clients),
  [`${portal}account/actions.ts#rest`]: of(() => ({ rest: "week" }), clients),
  [`${portal}account/actions.ts#noteOn`]: of(() => ({ ...pushAnswer, password }), clients),
  [`${portal}account/actions.ts#noteOff`]: of((ids) => ({ subscriptionId: ids.fresh })),
  [`${portal}account/actions.ts#setLetters`]: of(() => ({ letters: "no" }), clients),
  [`${portal}actions.ts#readLeaving`]: of(() => ({}), clients),
  [`${portal}actions.ts#saveCheck`]: of((ids) => ({ id: ids.fresh, score: "5", note: "" }), clients),
  [`${portal}assessments/[assessmentId]/actions.ts#keepAnswer`]: of((ids) => answer(ids)),
  [`${portal}assessments/[assessmentId]/actions.ts#submit`]: of((ids) => ({ assessmentId: ids.assessment })),
  [`${portal}consent/actions.ts#agree`]: of(
    () => ({ version: String(consentText.version), limits: "0", agreed: "yes" }),
    clients,
  ),
  [`${portal}distance-move/actions.ts#log`]: of((ids) => ({ id: ids.fresh, move: "lone-wolf" }), clients),
  [`${portal}exercises/[key]/actions.ts#record`]: of((ids) => ({
    ...{ id: ids.fresh, key: "small-secret", page: "small-secret", outcome: "done", size: "small" },
    ...{ plan: "", moment: "", happened: "", reflection: "" },
  })),
  [`${portal}exercises/[key]/actions.ts#skip`]: of((ids) => ({ id: ids.fresh, key: "small-secret", reason: "other" })),
  [`${portal}exercises/[key]/actions.ts#swap`]: of((ids) => ({ id: ids.fresh, key: "small-secret", note: "" })),
  [`${portal}exercises/[key]/actions.ts#takeBack`]: of((ids) => ({ id: ids.fresh, requestId: ids.decision })),
  [`${portal}learn/[key]/actions.ts#markRead`]: of(() => ({ key: "start-gently" }), clients),
  [`${portal}messages/actions.ts#markSeen`]: of((ids) => ({ shown: ids.fresh }), clients),
  [`${portal}messages/actions.ts#seen`]: of((ids) => ({ shown: ids.fresh }), clients),
  [`${portal}messages/actions.ts#send`]: of((ids) => ({ id: ids.fresh, body: "Hello" }), clients),
  [`${portal}messages/actions.ts#takeBack`]: of((ids) => ({ id: ids.fresh }), clients),
  [`${portal}sharing/actions.ts#decide`]: of((ids) => ({
    ...{ coupleId: ids.couple, decision: "shared", "items[]": "emotional" },
  })),
  [`${practice}account/letters/actions.ts#chooseLetterTiming`]: of(
    () => ({ messages: "hourly", reflections: "off", answers: "morning", week: "off" }),
    staff,
  ),
  [`${practice}assign/actions.ts#assign`]: of((ids) => ({
    ...{ id: ids.fresh, "clients[]": ids.client, "instruments[]": ids.instrument, when: "now" },
  })),
  [`${one}assessments/actions.ts#changeRepeating`]: of((ids) => ({
    ...{ id: ids.fresh, assignmentId: ids.assignment, edition: "1", next: "" },
  })),
  [`${one}assessments/actions.ts#endAssignment`]: of((ids) => ({ assignmentId: ids.assignment })),
  [`${one}assessments/actions.ts#handDevice`]: of((ids) => ({ assessmentId: ids.assessment })),
  [`${one}assessments/actions.ts#mark`]: of((ids) => ({ assessmentId: ids.assessment, mark: "discussed" })),
  [`${one}assessments/actions.ts#moveDays`]: of((ids) => ({
    ...{ assessmentId: ids.assessment, opensOn: "2031-01-06", dueOn: "2031-01-07", expiresOn: "" },
  })),
  [`${one}assessments/actions.ts#remind`]: of((ids) => ({ assessmentId: ids.assessment })),
  [`${one}assessments/actions.ts#takeBack`]: of((ids) => ({
    ...{ clientId: ids.client, assessmentId: ids.assessment, reason: "Mine" },
  })),
  [`${one}messages/actions.ts#markRead`]: of((ids) => ({ clientId: ids.client, until: "2026-11-23T10:00:00Z" })),
  [`${one}messages/actions.ts#reply`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, attemptId: ids.attempt, body: "Hello" },
    until: "2026-11-23T10:00:00Z",
  })),
  [`${one}messages/actions.ts#seen`]: of((ids) => ({ clientId: ids.client, shown: ids.attempt })),
  [`${one}messages/actions.ts#takeBack`]: of((ids) => ({ clientId: ids.client, id: ids.fresh })),
  [`${one}messages/actions.ts#unmark`]: of((ids) => ({ clientId: ids.client, at: "2026-11-23T10:00:00.000Z" })),
  [`${one}overview/actions.ts#decideRelease`]: of((ids) => ({ assessmentId: ids.assessment, decision: "released" })),
  [`${one}overview/actions.ts#decideSignal`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, week: "4", note: "Mine" },
  })),
  [`${one}protocol/actions.ts#begin`]: of((ids) => ({ clientId: ids.client, reason: "Mine." })),
  [`${one}protocol/actions.ts#answer`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, kind: "go-gentler", about: "small-secret", answer: "dismissed" },
    ...{ evidence: "Seen", note: "Mine", opens: "" },
  })),
  [`${one}protocol/actions.ts#decide`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, change: '{"kind":"hold"}', reason: "Mine", words: "Mine" },
  })),
  [`${one}protocol/actions.ts#decline`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, requestId: ids.decision, words: "Mine" },
  })),
  [`${one}protocol/actions.ts#move`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, versionId: ids.version, reason: "Mine", words: "" },
  })),
  [`${one}protocol/actions.ts#rate`]: of((ids) => ({ attemptId: ids.attempt, rating: "4" })),
  [`${one}protocol/actions.ts#undo`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, undoes: ids.decision },
  })),
  [`${one}protocol/actions.ts#withdraw`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, moveId: ids.decision, reason: "Mine", words: "" },
  })),
  [`${one}protocol/actions.ts#writePlan`]: of((ids) => ({
    ...{ id: ids.fresh, clientId: ids.client, keep: "Mine", signsOfDrifting: "Mine", firstStepBack: "Mine" },
    ...{ whoHelps: "" },
  })),
  ...partners,
  ...erasing,
  ...life,
  ...reportAttacks,
  ...safetyAttacks,
  ...proofAttacks,
  ...signalAttacks,
  ...sessionAttacks,
  [`${practice}clients/new/actions.ts#enrol`]: of(
    (ids) => ({
      ...{ id: ids.fresh, name: "Mine", pronouns: "", email: `${ids.fresh}@nowhere.example`, zone: "Europe/London" },
      ...{ therapistId: ids.account, partnerName: "", startDate: "2031-01-06" },
    }),
    staff,
  ),
  [`${practice}couples/[coupleId]/actions.ts#release`]: of((ids) => ({
    ...{ id: ids.fresh, coupleId: ids.couple, firstAssessmentId: ids.assessment, secondAssessmentId: ids.assessment },
    ...{ "items[]": "emotional", words: "Mine" },
  })),
  [`${practice}couples/[coupleId]/actions.ts#showToTwo`]: of((ids) => ({ coupleId: ids.couple })),
  [`${practice}couples/[coupleId]/actions.ts#takeBack`]: of((ids) => ({ coupleId: ids.couple })),
  ...library(),
  ...settings(),
  [`${account}beginPasskey`]: of(() => ({ password }), everybody),
  [`${account}keepPasskey`]: of(() => ({ answer: newPasskey }), everybody),
  [`${account}dropPasskey`]: of((ids) => ({ passkeyId: ids.session })),
  [`${account}dropFactor`]: of(() => ({ password, code: "000000" }), everybody),
  [`${account}endOthers`]: of(() => ({}), everybody),
  [`${account}endSession`]: of((ids) => ({ sessionId: ids.session })),
  [`${account}newCodes`]: of(() => ({ code: "000000" }), everybody),
  [`${account}newPassword`]: of(() => ({ current: password, password: `${password}-too` }), everybody),
  [`${account}rename`]: of(() => ({ name: "Mine" }), everybody),
  [`${account}startFactor`]: of(() => ({ password }), everybody),
  "server/auth/factor-reset-action.ts#takeFactorAway": of((ids) => ({
    ...{ accountId: ids.account, reason: "We spoke.", password },
  })),
  "server/room-action.ts#setRoom": of(() => ({ room: "nobody" }), staff),
  "server/chart-action.ts#rememberChartChoice": of(() => ({ chart: "gaps", asTable: "yes" }), everybody),
};

function answer({ assessment }: Ids): Form {
  return { assessmentId: assessment, itemId: "e1", form: "now", value: "1" };
}

function settings(): Record<string, Attack> {
  const colleagues = `${practice}settings/colleagues/actions.ts#`;
  const protocol = `${practice}settings/protocol/actions.ts#`;
  const readings = `${practice}settings/readings/actions.ts#`;
  const safety = `${practice}settings/safety/actions.ts#`;
  const invitee = () => ({ name: "Eve", email: "eve@nowhere.example", role: "owner" });
  return {
    [`${colleagues}invite`]: of(invitee, ["owner"]),
    [`${colleagues}inviteAgain`]: of((ids) => ({ accountId: ids.account })),
    [`${colleagues}newPasswordLink`]: of((ids) => ({ accountId: ids.account, password })),
    [`${colleagues}setAccess`]: of((ids) => ({ accountId: ids.account, decision: "withdrawn", reason: "Mine" })),
    [`${colleagues}setRole`]: of((ids) => ({ accountId: ids.account, role: "owner" })),
    [`${colleagues}stopSupervising`]: of((ids) => ({ supervisionId: ids.decision })),
    [`${colleagues}supervise`]: of((ids) => ({ supervisorId: ids.account, therapistId: ids.client })),
    [`${protocol}archive`]: of((ids) => ({ versionId: ids.version, archive: "yes" })),
    [`${protocol}copy`]: of((ids) => ({ versionId: ids.version })),
    [`${protocol}discard`]: of((ids) => ({ versionId: ids.version })),
    [`${protocol}edit`]: of((ids) => ({ versionId: ids.version, revision: "1", title: "Mine" })),
    [`${protocol}publish`]: of((ids) => ({ versionId: ids.version, revision: "1" })),
    [`${readings}dropDraft`]: of(() => ({ key: "start-gently" }), ["owner"]),
    [`${readings}keepDraft`]: of(
      () => ({ key: "", title: "Mine", summary: "Mine", body: "Mine", question: "Mine", weeks: "" }),
      ["owner"],
    ),
    [`${readings}publish`]: of(() => ({ key: "start-gently" }), ["owner"]),
    [`${readings}retire`]: of(() => ({ key: "start-gently" }), ["owner"]),
    [`${readings}takeShipped`]: of(() => ({ key: "start-gently" }), ["owner"]),
    [`${practice}settings/whats-new/actions.ts#take`]: of(
      () => ({ kind: "reading", key: "start-gently", version: "1", way: "take" }),
      ["owner"],
    ),
    [`${practice}settings/practice/actions.ts#moveSetUpList`]: of(() => ({ decision: "put-away" }), ["owner"]),
    [`${practice}settings/practice/actions.ts#saveDetails`]: of(
      () => ({ practiceName: "Evening house", zone: "Europe/London" }),
      ["owner"],
    ),
    [`${practice}settings/practice/actions.ts#saveHours`]: of(
      () => ({ "from-0": "09:00", "to-0": "17:00" }),
      ["owner"],
    ),
    [`${practice}settings/practice/actions.ts#saveLetters`]: of(() => ({ sender: "Eve", replyTo: "" }), ["owner"]),
    [`${safety}resetContacts`]: of(() => ({ country: "GB" }), ["owner"]),
    [`${safety}resetProposal`]: of(() => ({ key: "advocate" }), ["owner"]),
    [`${safety}saveContacts`]: of(() => ({ country: "GB", emergency: "999" }), ["owner"]),
    [`${practice}settings/consent/actions.ts#saveDraft`]: of(
      () => ({ seen: "none", words: "Mine, in a few sentences that say what is passed on.", additions: "" }),
      ["owner"],
    ),
    [`${practice}settings/consent/actions.ts#publishDraft`]: of(
      (ids) => ({ draftId: ids.fresh, asksAgain: "yes" }),
      ["owner"],
    ),
    [`${practice}settings/consent/actions.ts#dropDraft`]: of((ids) => ({ draftId: ids.fresh }), ["owner"]),
    [`${safety}saveEscalation`]: of(() => ({ minutes: "60" }), ["owner"]),
    [`${safety}saveProposal`]: of(() => ({ key: "advocate", title: "Mine", words: "Mine ".repeat(10) }), ["owner"]),
  };
}

/** Signing out and leaving take no form and end the sender's own session: what they do is shown in e2e/sign-out.spec.ts. */
const withoutForm = "server/auth/sign-out-action.ts";

export type ServedAction = { name: string; id: string; page: string };

const root = path.resolve(import.meta.dirname, "..", "..");

/** What the build of these sources serves: each action's id, and a page that it belongs to. */
export function servedActions(sources = root): ServedAction[] {
  const file = path.join(sources, ".next", "server", "server-reference-manifest.json");
  const manifest: {
    node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
  } = JSON.parse(readFileSync(file, "utf8"));
  return Object.entries(manifest.node)
    .filter(([, { filename }]) => filename !== withoutForm)
    .map(([id, { filename, exportedName, workers }]) => {
      const page = (Object.keys(workers)[0] ?? "").replace(/^app/, "").replaceAll(/\/\([^/]+\)/g, "");
      return { name: `${filename}#${exportedName}`, id, page: page.replace(/\/page$/, "") || "/" };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
