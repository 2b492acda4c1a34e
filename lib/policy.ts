import type { Actor } from "./actor";
import { Forbidden } from "./errors";

type Role = Actor["role"];
type Rule = { readonly roles: readonly Role[]; readonly sentence: string };

const staff = ["owner", "supervisor", "therapist"] as const;

/** What each role may do, and the sentence a person reads about it. Which rows is visibility's job, not this table's. */
export const rules = {
  "practice.settings": { roles: ["owner"], sentence: "Only the owner changes the practice’s settings." },
  "figures.read": { roles: ["owner"], sentence: "Only the owner reads the practice in figures." },
  "audit.read": { roles: ["owner"], sentence: "Only the owner reads the record of access." },
  "identity.invite-colleague": { roles: ["owner"], sentence: "Only the owner invites colleagues." },
  "identity.withdraw-access": {
    roles: ["owner"],
    sentence: "Only the owner withdraws or restores a colleague’s access.",
  },
  "identity.reset-factor": {
    roles: ["owner"],
    sentence: "Only the owner takes a colleague’s lost second step away.",
  },
  "identity.supervision": { roles: ["owner"], sentence: "Only the owner says who supervises whom." },
  "identity.absence": { roles: staff, sentence: "Staff say when they work, when they are away and who stands in." },
  "identity.own-account": { roles: [...staff, "client"], sentence: "Everyone looks after their own account." },
  "appointments.keep": { roles: staff, sentence: "Staff keep the sessions of their own clients." },
  "clients.read": { roles: staff, sentence: "Staff read the clients they are responsible for." },
  "clients.enrol": { roles: staff, sentence: "Staff enrol clients." },
  "clients.emergency": {
    roles: ["owner", "supervisor"],
    sentence: "An owner or a supervisor opens a record in an emergency, and looks through those that others opened.",
  },
  "clients.correct": { roles: staff, sentence: "Staff correct the records of their own clients." },
  "clients.discharge": { roles: staff, sentence: "Staff discharge their own clients and take them back." },
  "clients.merge": { roles: staff, sentence: "Staff merge two records of one of their own clients." },
  "clients.erase": {
    roles: staff,
    sentence: "Staff answer who asks to be erased, and hold the records of their own clients back.",
  },
  "clients.assign-therapist": { roles: ["owner"], sentence: "Only the owner chooses another therapist for a client." },
  "protocol.steer": { roles: staff, sentence: "Staff steer the protocol of their own clients." },
  "protocol.edit": { roles: ["owner"], sentence: "Only the owner publishes a protocol for the practice." },
  "assessments.assign": { roles: staff, sentence: "Staff assign assessments to their own clients." },
  "assessments.edit-instrument": { roles: ["owner"], sentence: "Only the owner edits the practice’s instruments." },
  "safety.handle": { roles: staff, sentence: "Staff handle safety events of the clients they are responsible for." },
  "safety.release": { roles: staff, sentence: "A named clinician releases a safety stop." },
  "readings.read": { roles: staff, sentence: "Staff read what their clients are given to read." },
  "readings.edit": { roles: ["owner"], sentence: "Only the owner changes the practice’s readings." },
  "couples.link": { roles: staff, sentence: "Staff link two clients for both of whom they are responsible." },
  "couples.release": { roles: staff, sentence: "Staff release a shared picture to their own clients." },
  "exports.make": { roles: staff, sentence: "Staff make files of the records of their own clients." },
  "exports.research": { roles: ["owner"], sentence: "Only the owner asks for research data of the practice." },
  "letters.choose": { roles: staff, sentence: "Staff choose when they get letters of their own." },
  "reports.sign": {
    roles: staff,
    sentence: "Staff write and sign reports about their own clients, and about a colleague’s whom they stand in for.",
  },
  "messages.staff": {
    roles: staff,
    sentence: "Staff write to their own clients, and to a colleague’s whom they stand in for.",
  },
  "notes.write": { roles: staff, sentence: "Staff write the notes of their own clients’ sessions." },
  "notes.cosign": {
    roles: ["owner", "supervisor"],
    sentence: "A supervisor or the owner co-signs the notes of those whom they supervise.",
  },
  "goals.keep": { roles: staff, sentence: "Staff keep the goals and the chart notes of their own clients." },
  "portal.use": { roles: ["client"], sentence: "Clients use their own portal." },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof rules;

/** True when the actor's role may do `permission` at all. */
export function can(actor: Actor, permission: Permission): boolean {
  const { roles }: Rule = rules[permission];
  return roles.includes(actor.role);
}

/** Throws Forbidden with the rule's sentence unless the actor's role may do `permission`. */
export function authorize(actor: Actor, permission: Permission): void {
  if (!can(actor, permission)) throw new Forbidden(rules[permission].sentence);
}
