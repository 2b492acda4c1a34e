import { readdirSync } from "node:fs";
import path from "node:path";

const app = path.resolve(import.meta.dirname, "..", "..", "app");

/** Who may open what. `{client}` and `{assessment}` stand for ids that exist; anybody not named gets 404 or the sign-in. */
export const routes: Record<string, { opens: readonly ("nobody" | "owner" | "client")[] }> = {
  "/": { opens: ["nobody", "owner", "client"] },
  "/account": { opens: ["owner"] },
  "/account/letters": { opens: ["owner"] },
  "/api/auth/[...nextauth]": { opens: ["nobody", "owner", "client"] },
  "/api/calendar/[practiceId]/[token]": { opens: [] },
  "/api/clients/[clientId]/assessments/[assessmentId]/fhir": { opens: [] },
  "/api/clients/[clientId]/files/[fileId]": { opens: [] },
  "/api/drafts": { opens: [] },
  "/api/health": { opens: ["nobody", "owner", "client"] },
  "/api/leave": { opens: [] },
  "/api/letters/[token]": { opens: ["nobody", "owner", "client"] },
  "/api/library/[key]/questionnaire": { opens: ["owner"] },
  "/api/ready": { opens: ["nobody", "owner", "client"] },
  "/api/session": { opens: ["nobody", "owner", "client"] },
  "/caseload": { opens: ["owner"] },
  "/caseload/assign": { opens: ["owner"] },
  "/clients/[clientId]": { opens: ["owner"] },
  "/clients/[clientId]/assessments": { opens: ["owner"] },
  "/clients/[clientId]/assessments/[assessmentId]": { opens: ["owner"] },
  "/clients/[clientId]/assessments/assign": { opens: ["owner"] },
  "/clients/[clientId]/assessments/import": { opens: ["owner"] },
  "/clients/[clientId]/assessments/rules/[assignmentId]": { opens: [] },
  "/clients/[clientId]/messages": { opens: ["owner"] },
  "/clients/[clientId]/overview": { opens: ["owner"] },
  "/clients/[clientId]/overview/gaps": { opens: ["owner"] },
  "/clients/[clientId]/protocol": { opens: ["owner"] },
  "/clients/[clientId]/record": { opens: ["owner"] },
  "/clients/[clientId]/record/letters": { opens: ["owner"] },
  "/clients/[clientId]/record/correct": { opens: ["owner"] },
  "/clients/[clientId]/record/take-out": { opens: ["owner"] },
  "/clients/[clientId]/safety": { opens: ["owner"] },
  "/clients/[clientId]/safety/reach": { opens: ["owner"] },
  "/clients/[clientId]/sessions": { opens: ["owner"] },
  "/clients/[clientId]/words": { opens: ["owner"] },
  "/clients/new": { opens: ["owner"] },
  "/couples/[coupleId]": { opens: ["owner"] },
  "/forgotten-password": { opens: ["nobody", "owner", "client"] },
  "/in-session": { opens: ["nobody", "owner", "client"] },
  "/in-session/done": { opens: ["nobody", "owner", "client"] },
  "/inbox": { opens: ["owner"] },
  "/invitation/[token]": { opens: ["nobody", "owner", "client"] },
  "/letters/[letterId]": { opens: [] },
  "/letters/off/[token]": { opens: ["nobody", "owner", "client"] },
  "/library": { opens: ["owner"] },
  "/library/[key]": { opens: ["owner"] },
  "/library/[key]/about": { opens: ["owner"] },
  "/library/[key]/answers": { opens: ["owner"] },
  "/library/[key]/build": { opens: ["owner"] },
  "/library/[key]/critical": { opens: ["owner"] },
  "/library/[key]/key": { opens: ["owner"] },
  "/library/[key]/paste": { opens: ["owner"] },
  "/library/[key]/preview": { opens: ["owner"] },
  "/library/[key]/publish": { opens: ["owner"] },
  "/library/[key]/scales": { opens: ["owner"] },
  "/library/[key]/wording": { opens: ["owner"] },
  "/library/import": { opens: ["owner"] },
  "/library/new": { opens: ["owner"] },
  "/manifest.webmanifest": { opens: ["nobody", "owner", "client"] },
  "/new-address/[token]": { opens: ["nobody", "owner", "client"] },
  "/portal": { opens: ["client"] },
  "/portal/account": { opens: ["client"] },
  "/portal/assessments": { opens: ["client"] },
  "/portal/assessments/[assessmentId]": { opens: ["client"] },
  "/portal/consent": { opens: ["client"] },
  "/portal/keep-going": { opens: ["client"] },
  "/portal/own-words": { opens: ["client"] },
  "/portal/distance-move": { opens: ["client"] },
  "/portal/exercises/[key]": { opens: ["client"] },
  "/portal/exercises/[key]/saved": { opens: ["client"] },
  "/portal/learn": { opens: ["client"] },
  "/portal/learn/[key]": { opens: ["client"] },
  "/portal/messages": { opens: ["client"] },
  "/portal/offline": { opens: ["client"] },
  "/portal/path": { opens: ["client"] },
  "/portal/pause": { opens: ["client"] },
  "/portal/safe": { opens: ["client"] },
  "/portal/sharing": { opens: ["client"] },
  "/portal/sharing/preview": { opens: ["client"] },
  "/portal/together": { opens: ["client"] },
  "/portal/sessions": { opens: ["client"] },
  "/reset-password/[token]": { opens: ["nobody", "owner", "client"] },
  "/second-factor": { opens: ["owner", "client"] },
  "/sessions": { opens: ["owner"] },
  "/sessions/[sessionId]": { opens: [] },
  "/sessions/[sessionId]/note": { opens: [] },
  "/sessions/new": { opens: ["owner"] },
  "/settings/backups": { opens: ["owner"] },
  "/settings/safety": { opens: ["owner"] },
  "/settings/notes": { opens: ["owner"] },
  "/settings/practice": { opens: ["owner"] },
  "/settings/colleagues": { opens: ["owner"] },
  "/settings/signals": { opens: ["owner"] },
  "/settings/whats-new": { opens: ["owner"] },
  "/settings/readings": { opens: ["owner"] },
  "/settings/readings/[key]": { opens: ["owner"] },
  "/settings/readings/new": { opens: ["owner"] },
  "/settings/hand-over": { opens: ["owner"] },
  "/settings/protocol": { opens: ["owner"] },
  "/settings/protocol/[versionId]": { opens: ["owner"] },
  "/settings/protocol/[versionId]/publish": { opens: ["owner"] },
  "/setup": { opens: ["nobody", "owner", "client"] },
  "/sign-in": { opens: ["nobody", "owner", "client"] },
  "/sign-in/changed": { opens: ["owner", "client"] },
  "/sign-in/code": { opens: ["nobody", "owner", "client"] },
  "/sign-in/link": { opens: ["nobody", "owner", "client"] },
  "/sign-in/link/[token]": { opens: ["nobody", "owner", "client"] },
  "/sw.js": { opens: ["nobody", "owner", "client"] },
  "/sign-in/with-a-code": { opens: ["nobody", "owner", "client"] },
};

/** Every page and route handler that the app folder holds, as the address it answers to. */
export function routesInTheTree(): string[] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file.replaceAll("\\", "/")))
    .map(
      (file) =>
        `/${path.posix.dirname(file.replaceAll("\\", "/"))}`.replaceAll(/\/\([^/]+\)/g, "").replace(/\/\.$/, "/") ||
        "/",
    )
    .sort();
}

/** Every exported server action of the tree, as file and name. */
export function actionFiles(): string[] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("actions.ts"))
    .map((file) => path.join(app, file))
    .sort();
}
