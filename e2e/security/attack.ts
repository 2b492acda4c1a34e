/** Who is sent against every action. The partner is linked with the client; the supervisor supervises the therapist. */
export const roles = ["nobody", "owner", "therapist", "supervisor", "client", "partner"] as const;
export type Role = (typeof roles)[number];

/** Ids of things that the sender has no business with: of another practice, of a colleague's client, or of nothing. */
export type Ids = Record<
  | "client"
  | "account"
  | "assessment"
  | "event"
  | "attempt"
  | "version"
  | "decision"
  | "session"
  | "assignment"
  | "couple"
  | "letter",
  string
> & {
  /** Made anew for each form. */ fresh: string /** An instrument that the sender's practice has. */;
  instrument: string;
};

export type Form = Record<string, string>;
export type Attack = {
  /** A form that the action would take from somebody who may. */
  form: (ids: Ids) => Form;
  /** Who may do this to what is their own, whatever ids are given: they send a form that does not fit instead. */
  may: readonly Role[];
};

export const staff = ["owner", "therapist", "supervisor"] as const;
export const clients = ["client", "partner"] as const;
export const everybody = [...staff, ...clients] as const;
export const of = (form: Attack["form"], may: readonly Role[] = []): Attack => ({ form, may });
export const portal = "app/(portal)/portal/";
export const practice = "app/(practice)/";
export const one = `${practice}clients/[clientId]/`;
