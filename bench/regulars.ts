import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { sessionCookie } from "@/e2e/security/minted-session";
import { numbered, paths } from "@/lib/paths";
import { mintCrowd, mintSitters, signedInOwner } from "./crowd";
import { marksOf, sentForm } from "./sent-form";
import type { Errand } from "./traffic";

/** What people who are signed in ask for all day, each as an errand; `n` turns from one person to the next. */
export type Regulars = {
  today: (n: number) => Errand;
  sitting: (n: number) => Errand;
  answer: (n: number) => Errand;
  message: (n: number, id?: string) => Errand;
  caseload: () => Errand;
  overview: (n: number) => Errand;
  signIn: () => Errand;
};

const messagesAt = numbered("/portal/messages") ?? "/portal/messages";

/** A practice of this many clients who are signed in, and its owner. */
export async function mintRegulars(pool: Pool, url: string, clients: number): Promise<Regulars> {
  const now = new Date();
  const crowd = await mintCrowd(pool, clients, now.toISOString().slice(0, 10), now);
  const sitters = await mintSitters(pool, crowd, now, false);
  const marks = await marksOf(url, sitters);
  const owner = await signedInOwner(pool, crowd, now);
  const { rows } = await pool.query<{ id: string }>("select id from client where practice_id = $1", [
    crowd.practice.practiceId,
  ]);
  const page = (name: string, at: string, token?: string): Errand => ({
    name,
    ask: { url: `${url}${at}`, headers: token ? { cookie: `${sessionCookie}=${token}` } : {} },
  });
  const person = (n: number) => {
    const place = n % sitters.length;
    const sitter = sitters[place];
    if (!sitter) throw new Error("Nobody is signed in.");
    return { ...sitter, mark: marks[place] ?? "" };
  };
  return {
    today: (n) => page("Today", "/portal", person(n).token),
    sitting: (n) => page("A sitting", paths.portal.assessment(person(n).assessmentId), person(n).token),
    answer: (n) => {
      const { assessmentId, itemId, mark, token } = person(n);
      const fields = { assessmentId, itemId, form: "now", value: String(n % 4), waited: "0" };
      const action = "app/(portal)/portal/assessments/[assessmentId]/actions.ts#keepAnswer";
      const at = paths.portal.assessment(assessmentId);
      return { name: "An answer", ask: sentForm(url, { action, at, fields, mark, token }) };
    },
    message: (n, id = randomUUID()) => {
      const { mark, token } = person(n);
      const action = "app/(portal)/portal/messages/actions.ts#send";
      const fields = { id, body: `The ${n}th` };
      return { name: "A message", id, ask: sentForm(url, { action, at: messagesAt, fields, mark, token }) };
    },
    caseload: () => page("Caseload", "/caseload", owner),
    overview: (n) => page("Overview", paths.client(rows[n % rows.length]?.id ?? "").overview, owner),
    signIn: () => page("The sign-in", "/sign-in"),
  };
}

/** A day's mixture: of ten, six looks and four writes. */
export function mixture(regulars: Regulars): (n: number) => Errand {
  const { today, sitting, answer, message, caseload, overview, signIn } = regulars;
  const turns = [today, answer, message, overview, sitting, answer, today, caseload, message, signIn];
  // Who comes next is another one for each kind of errand.
  return (n) => turns[n % turns.length]?.(Math.floor(n / turns.length) * 3 + (n % turns.length)) ?? signIn();
}
