import type { Route } from "next";
import { placeNumber } from "@/lib/place-number";

/** Every address is read by the compiler: a template that names no page is an error here, and nowhere else a cast. */
const to = <T extends string>(path: Route<T>) => path as Route;

/** The same page with a question or a place on it: `within(paths.client(id).protocol, "?change=hold#change")`. */
export const within = (path: Route, suffix: `?${string}` | `#${string}`) => `${path}${suffix}` as Route;

/** The pages about one thing. Pages without a name in their address are written as they are: "/caseload". */
export const paths = {
  client: (id: string) => ({
    overview: to(`/clients/${id}/overview`),
    gaps: to(`/clients/${id}/overview/gaps`),
    protocol: to(`/clients/${id}/protocol`),
    assessments: to(`/clients/${id}/assessments`),
    assign: to(`/clients/${id}/assessments/assign`),
    importAnswers: to(`/clients/${id}/assessments/import`),
    assessment: (assessmentId: string) => to(`/clients/${id}/assessments/${assessmentId}`),
    rule: (assignmentId: string) => to(`/clients/${id}/assessments/rules/${assignmentId}`),
    messages: to(`/clients/${id}/messages`),
    sessions: to(`/clients/${id}/sessions`),
    goals: to(`/clients/${id}/goals`),
    words: to(`/clients/${id}/words`),
    safety: to(`/clients/${id}/safety`),
    reach: to(`/clients/${id}/safety/reach`),
    record: to(`/clients/${id}/record`),
    reports: to(`/clients/${id}/report`),
    report: (reportId: string) => to(`/clients/${id}/report/${reportId}`),
    letters: to(`/clients/${id}/record/letters`),
    correct: to(`/clients/${id}/record/correct`),
    erasure: to(`/clients/${id}/record/erasure`),
    merge: to(`/clients/${id}/record/merge`),
    takeOut: to(`/clients/${id}/record/take-out`),
    takeOutAll: to(`/clients/${id}/record/take-out/all`),
  }),
  couple: (id: string) => to(`/couples/${id}`),
  endCouple: (id: string) => to(`/couples/${id}/end`),
  /** A screen for both in the room. */
  two: (coupleId: string) => to(`/in-session/two/${coupleId}`),
  session: (id: string) => to(`/sessions/${id}`),
  sessionNote: (id: string) => to(`/sessions/${id}/note`),
  instrument: (key: string) => ({
    page: to(`/library/${key}`),
    about: to(`/library/${key}/about`),
    answers: to(`/library/${key}/answers`),
    build: to(`/library/${key}/build`),
    paste: to(`/library/${key}/paste`),
    preview: to(`/library/${key}/preview`),
    publish: to(`/library/${key}/publish`),
    wording: to(`/library/${key}/wording`),
    key: to(`/library/${key}/key`),
    critical: to(`/library/${key}/critical`),
    scales: to(`/library/${key}/scales`),
  }),
  protocolVersion: (id: string) => ({
    page: to(`/settings/protocol/${id}`),
    publish: to(`/settings/protocol/${id}/publish`),
  }),
  reading: (key: string) => to(`/settings/readings/${key}`),
  portal: {
    assessment: (id: string) => to(`/portal/assessments/${id}`),
    // Numbers: a history, a new tab and a suggestion show addresses. next.config.mjs says which page each one is.
    contacts: to("/portal/1"),
    pause: to("/portal/2"),
    distanceMove: to("/portal/3"),
    sharing: to("/portal/4"),
    sharePreview: to("/portal/4/1"),
    together: to("/portal/5"),
    keepGoing: to("/portal/6"),
    exercise: (key: string) => to(`/portal/7/${placeNumber(key)}`),
    exerciseSaved: (key: string) => to(`/portal/7/${placeNumber(key)}/1`),
    ownWords: to("/portal/9"),
    documents: to("/portal/10"),
    sessions: to("/portal/12"),
    ownData: to("/portal/13"),
    reading: (key: string) => to(`/portal/8/${placeNumber(key)}`),
  },
};

const byName: Readonly<Record<string, Route>> = {
  "/portal/safe": paths.portal.contacts,
  "/portal/pause": paths.portal.pause,
  "/portal/distance-move": paths.portal.distanceMove,
  "/portal/sharing": paths.portal.sharing,
  "/portal/sharing/preview": paths.portal.sharePreview,
  "/portal/together": paths.portal.together,
  "/portal/keep-going": paths.portal.keepGoing,
  "/portal/own-words": paths.portal.ownWords,
  "/portal/documents": paths.portal.documents,
  "/portal/sessions": paths.portal.sessions,
  "/portal/own-data": paths.portal.ownData,
};

/** The address of a page of the portal that is asked for by name, as old links do; null for every other. */
export function numbered(path: string): Route | null {
  const [, folder, key, saved] = /^\/portal\/(exercises|learn)\/([^/]+)(\/saved)?$/.exec(path) ?? [];
  if (!key) return byName[path] ?? null;
  if (folder === "exercises") return saved ? paths.portal.exerciseSaved(key) : paths.portal.exercise(key);
  return saved ? null : paths.portal.reading(key);
}
