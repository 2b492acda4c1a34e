/** What an action answers to the form that sent it. Typed text comes back, because React clears the fields. */
export type FormState = {
  readonly status: "idle" | "refused" | "done";
  readonly message?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, string | readonly string[]>>;
  /** Something the page shows once, such as an invitation link or recovery codes. */
  readonly shown?: Readonly<Record<string, string | readonly string[]>>;
  /** It was looked at and comes back as it was sent: nothing of it was kept. */
  readonly isLook?: boolean;
  /** The person has to show once more who they are: the form asks for the password beside what it holds. */
  readonly needsProof?: boolean;
  /** Why nothing can be sent from this page any more: nobody is signed in, or somebody else is. */
  readonly session?: "over" | "another";
};

export const idle: FormState = { status: "idle" };

/** What was typed into a form that was refused, by field; lists are left out. Empty for every other answer. */
export function typedIn({ status, values = {} }: FormState): Record<string, string> {
  if (status !== "refused") return {};
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
