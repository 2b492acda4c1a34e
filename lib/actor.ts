/** Who is asking. Made once per request from the session, then carried by the scope of each transaction. */
export type StaffRole = "owner" | "supervisor" | "therapist";

type SignedIn = {
  readonly practiceId: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly zone: string;
};

export type StaffActor = SignedIn & { readonly kind: "staff"; readonly role: StaffRole };

export type ClientActor = SignedIn & {
  readonly kind: "client";
  readonly role: "client";
  readonly clientId: string;
  /** The version of the consent text this person agreed to last, or null before the first and after a withdrawal. */
  readonly consentVersion: number | null;
};

/** The installation itself: the doors before sign-in, and jobs. It reaches one practice at a time like everybody. */
export type SystemActor = { readonly kind: "system"; readonly role: "system"; readonly practiceId: string };

export type Actor = StaffActor | ClientActor | SystemActor;
