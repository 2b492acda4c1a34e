/** What can happen to a session. Each is a row of its own, which holds all that is true of the session from then on. */
export const stepKinds = ["booked", "moved", "kept", "done", "missed", "cancelled", "reopened"] as const;
export type StepKind = (typeof stepKinds)[number];

/** Because of whom a session did not take place: of a couple `client` is the first of the two, `second` the other. */
export const causes = ["client", "second", "both", "therapist"] as const;
export type Cause = (typeof causes)[number];

export type AppointmentStatus = "planned" | "done" | "missed" | "cancelled";

const ends = { done: "done", missed: "missed", cancelled: "cancelled" } as const;

export const statusAfter = (kind: StepKind): AppointmentStatus =>
  kind in ends ? ends[kind as keyof typeof ends] : "planned";

/** These need somebody because of whom it was so. */
export const needsCause = (kind: StepKind): boolean => kind === "missed" || kind === "cancelled";

type InForce = {
  kind: StepKind;
  startsAt: Date;
  /** A client has asked for another time since the last step. */
  isAskedToMove: boolean;
  /** A session of a couple whose link has ended. */
  isOfEndedLink: boolean;
};

/**
 * What can happen next. What was over is taken up again before it is called something else, so that the record says both.
 * After the end of a link two people are not asked to the same room any more: their session is called off, or was before.
 */
export function nextSteps({ kind, startsAt, isAskedToMove, isOfEndedLink }: InForce, now: Date): StepKind[] {
  if (statusAfter(kind) !== "planned") return isOfEndedLink && startsAt > now ? [] : ["reopened"];
  return [
    ...(startsAt <= now ? (["done", "missed"] as const) : []),
    ...(isOfEndedLink ? [] : (["moved"] as const)),
    ...(isAskedToMove && !isOfEndedLink ? (["kept"] as const) : []),
    "cancelled",
  ];
}

/** Until when a session takes a place in the day. */
export const endOf = ({ startsAt, minutes }: { startsAt: Date; minutes: number }): Date =>
  new Date(startsAt.getTime() + minutes * 60_000);

type Names = { client: string; second: string | null; therapist: string };

/** “missed by Ines”, for staff. */
export function stepWords(kind: StepKind, cause: Cause | null, names: Names): string {
  const by = cause && causeName(cause, names);
  switch (kind) {
    case "booked":
      return "booked";
    case "moved":
      return "moved";
    case "kept":
      return "left at its time after a wish to move it";
    case "done":
      return "took place";
    case "missed":
      return by ? `did not take place: ${by} did not come` : "did not take place";
    case "cancelled":
      return by ? `called off by ${by}` : "called off";
    case "reopened":
      return "taken up again";
  }
}

export function causeName(cause: Cause, { client, second, therapist }: Names): string {
  if (cause === "therapist") return therapist;
  if (cause === "both") return `${client} and ${second ?? client}`;
  return cause === "client" ? client : (second ?? client);
}
