/** What is there of a new practice, read from the database; `mail` from the settings of the installation. */
export type SetUpFacts = Record<"numbers" | "colleagues" | "cover" | "hours" | "firstClient", boolean>;

type Step = { key: keyof SetUpFacts | "mail"; title: string; why: string };

const steps: readonly Step[] = [
  {
    key: "mail",
    title: "Set up mail",
    why: "Without it nobody is called when a client does not feel safe. Give SMTP_URL and MAIL_FROM to whoever runs Nearer.",
  },
  {
    key: "numbers",
    title: "Look over the crisis numbers",
    why: "Clients see them on every page. Save them once, as they ship or with your own.",
  },
  {
    key: "colleagues",
    title: "Invite a colleague",
    why: "Whoever works alone leaves this open and puts the list away.",
  },
  {
    key: "cover",
    title: "Say who stands in for you",
    why: "On days away, or as a supervisor: somebody who is asked when you cannot be.",
  },
  {
    key: "hours",
    title: "Say when the practice works",
    why: "Clients read it beside Messages, so that they know when an answer can come.",
  },
  {
    key: "firstClient",
    title: "Enrol the first client",
    why: "They get an invitation, and their weeks begin once they have come in.",
  },
];

export type SetUpStep = Step & { isDone: boolean };

/** The list for a new owner. Each line ticks itself by what is there, and opens again when that is gone. */
export const setUpSteps = (facts: SetUpFacts & { mail: boolean }): SetUpStep[] =>
  steps.map((step) => ({ ...step, isDone: facts[step.key] }));
