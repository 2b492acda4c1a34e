import type { Route } from "next";

/** Every address is read by the compiler: a template that names no page is an error here, and nowhere else a cast. */
const to = <T extends string>(path: Route<T>) => path as Route;

/** The same page with a question or a place on it: `within(paths.client(id).protocol, "?change=hold#change")`. */
export const within = (path: Route, suffix: `?${string}` | `#${string}`) => `${path}${suffix}` as Route;

/** The pages about one thing. Pages without a name in their address are written as they are: "/caseload". */
export const paths = {
  client: (id: string) => ({
    overview: to(`/clients/${id}/overview`),
    protocol: to(`/clients/${id}/protocol`),
    assessments: to(`/clients/${id}/assessments`),
    assign: to(`/clients/${id}/assessments/assign`),
    assessment: (assessmentId: string) => to(`/clients/${id}/assessments/${assessmentId}`),
    rule: (assignmentId: string) => to(`/clients/${id}/assessments/rules/${assignmentId}`),
    messages: to(`/clients/${id}/messages`),
    safety: to(`/clients/${id}/safety`),
    reach: to(`/clients/${id}/safety/reach`),
    record: to(`/clients/${id}/record`),
  }),
  couple: (id: string) => to(`/couples/${id}`),
  instrument: (key: string) => ({
    page: to(`/library/${key}`),
    preview: to(`/library/${key}/preview`),
    wording: to(`/library/${key}/wording`),
    key: to(`/library/${key}/key`),
    scales: to(`/library/${key}/scales`),
  }),
  protocolVersion: (id: string) => ({
    page: to(`/settings/protocol/${id}`),
    publish: to(`/settings/protocol/${id}/publish`),
  }),
  reading: (key: string) => to(`/settings/readings/${key}`),
  portal: {
    assessment: (id: string) => to(`/portal/assessments/${id}`),
    exercise: (key: string) => to(`/portal/exercises/${key}`),
    exerciseSaved: (key: string) => to(`/portal/exercises/${key}/saved`),
    reading: (key: string) => to(`/portal/learn/${key}`),
  },
};
