import type { StaffRole } from "../actor";

/** What each role is called, and what it means, in the words that a person reads. */
export const roleWords: Readonly<Record<StaffRole, { readonly name: string; readonly means: string }>> = {
  owner: { name: "Owner", means: "Reads every client, invites colleagues and decides who has access." },
  supervisor: { name: "Supervisor", means: "Works with own clients and reads the clients of those they supervise." },
  therapist: { name: "Therapist", means: "Works with own clients." },
};
