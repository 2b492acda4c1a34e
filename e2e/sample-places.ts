import type { Pool } from "pg";
import { paths } from "@/lib/paths";
import { mintSession } from "./security/minted-session";

export type Place = { name: string; path: string; token: string };

/** The pages of the sample practice that budgets are about: of a therapist with fourteen clients, and of a linked client. */
export async function samplePlaces(pool: Pool): Promise<Place[]> {
  const { rows } = await pool.query<Record<string, string>>(
    `select c.practice_id as practice, c.id as client, c.account_id as person, c.therapist_id as therapist, k.id as couple,
      (select id from account where practice_id = c.practice_id and role = 'owner') as owner,
      (select id from protocol_version where practice_id = c.practice_id order by published_at limit 1) as version,
      (select s.id from assessment s join instrument_version v on v.practice_id = s.practice_id and v.id = s.instrument_version_id
        where s.practice_id = c.practice_id and s.client_id = c.id and v.key = 'five-dimensions' and s.submitted_at is not null
        order by s.submitted_at desc limit 1) as result,
      (select p.appointment_id from appointment_step p join appointment t on t.practice_id = p.practice_id and t.id = p.appointment_id
        where t.practice_id = c.practice_id and t.client_id = c.id order by p.starts_at desc limit 1) as session,
      (select n.appointment_id from session_note n join appointment t on t.practice_id = n.practice_id and t.id = n.appointment_id
        where t.practice_id = c.practice_id order by n.signed_at desc, n.id limit 1) as noted,
      (select t.id from appointment t join appointment_step p on p.practice_id = t.practice_id and p.appointment_id = t.id
        join client k on k.practice_id = t.practice_id and k.id = t.client_id
        where t.practice_id = c.practice_id and k.therapist_id = c.therapist_id and t.couple_id is null and p.starts_at <= now()
          and not exists (select 1 from session_note n where n.practice_id = t.practice_id and n.appointment_id = t.id)
        order by p.starts_at desc, t.id limit 1) as unnoted,
      o.id as sitting, o.account_id as sitter
     from client c join account a on a.practice_id = c.practice_id and a.id = c.account_id
     join couple k on k.practice_id = c.practice_id and c.id in (k.first_client_id, k.second_client_id)
     cross join lateral (
      select s.id, d.account_id from assessment s join client d on d.practice_id = s.practice_id and d.id = s.client_id
      join instrument_version v on v.practice_id = s.practice_id and v.id = s.instrument_version_id
      where s.practice_id = c.practice_id and v.key like 'five-dimensions%' and s.submitted_at is null
        and current_date between s.opens_on and s.expires_on order by v.key, s.id limit 1) o
     where a.name = 'Ines Marchetti'`,
  );
  const [ids] = rows;
  if (!ids) throw new Error("The sample practice has no Ines Marchetti.");
  const signIn = async (account: string | undefined, kind: "staff" | "client") =>
    (await mintSession(pool, ids.practice ?? "", account ?? "", kind)).token;
  const therapist = await signIn(ids.therapist, "staff");
  const owner = await signIn(ids.owner, "staff");
  const client = await signIn(ids.person, "client");
  const sitter = await signIn(ids.sitter, "client");
  const places = (token: string, paths: Record<string, string>): Place[] =>
    Object.entries(paths).map(([name, path]) => ({ name, path, token }));
  const ofClient = `/clients/${ids.client}`;
  return [
    ...places(therapist, {
      caseload: "/caseload",
      overview: `${ofClient}/overview`,
      "gaps as a table": `${ofClient}/overview/gaps`,
      protocol: `${ofClient}/protocol`,
      "assessments of a client": `${ofClient}/assessments`,
      "a result": `${ofClient}/assessments/${ids.result}`,
      "messages of a client": `${ofClient}/messages`,
      "written by a client": `${ofClient}/words`,
      "sessions of a client": `${ofClient}/sessions`,
      record: `${ofClient}/record`,
      reports: `${ofClient}/report`,
      safety: `${ofClient}/safety`,
      "reach of the partner": `${ofClient}/safety/reach`,
      "assigning to a client": `${ofClient}/assessments/assign`,
      couple: `/couples/${ids.couple}`,
      "assigning to several": "/caseload/assign",
      "reminding several": `/caseload/remind?with=${ids.client}`,
      "writing to several": `/caseload/message?with=${ids.client}`,
      "enrolling somebody": "/clients/new",
      library: "/library",
      "an instrument": "/library/five-dimensions",
      "its preview": "/library/five-dimensions/preview",
      "own account": "/account",
      "own letters": "/account/letters",
      inbox: "/inbox",
      sessions: "/sessions",
      "a session": `/sessions/${ids.session}`,
      "a note to write": `/sessions/${ids.unnoted}/note`,
      "booking a session": "/sessions/new",
      readings: "/settings/readings",
      "what opens a reason": "/settings/signals",
    }),
    ...places(owner, {
      "caseload of the owner": "/caseload",
      "protocol versions": "/settings/protocol",
      colleagues: "/settings/colleagues",
      "safety settings": "/settings/safety",
      "a note": `/sessions/${ids.noted}/note`,
      "the practice": "/settings/practice",
      "layouts of notes": "/settings/notes",
      "who has whom": "/settings/hand-over",
      "record of access": "/settings/audit",
      "unusual things": "/settings/unusual",
      "what is new": "/settings/whats-new",
      backups: "/settings/backups",
      "a reading's editor": "/settings/readings/start-gently",
      "a version's editor": `/settings/protocol/${ids.version}`,
    }),
    ...places(client, {
      Today: "/portal",
      "what was answered": "/portal/assessments",
      path: "/portal/path",
      learn: "/portal/learn",
      "a reading": paths.portal.reading("start-gently"),
      "messages of the portal": "/portal/messages",
      "an exercise": paths.portal.exercise("one-real-feeling"),
      "after an exercise": paths.portal.exerciseSaved("one-real-feeling"),
      "a distance move": paths.portal.distanceMove,
      pause: paths.portal.pause,
      safe: paths.portal.contacts,
      sharing: paths.portal.sharing,
      "a preview of sharing": `${paths.portal.sharePreview}?show=1&show=2`,
      together: paths.portal.together,
      "keeping going": paths.portal.keepGoing,
      "own words": paths.portal.ownWords,
      "account of the portal": "/portal/account",
    }),
    ...places(sitter, { "a sitting": `/portal/assessments/${ids.sitting}`, "Today of a sitter": "/portal" }),
  ];
}
