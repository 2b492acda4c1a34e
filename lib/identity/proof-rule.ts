/** For how many minutes somebody who showed who they are is not asked again. */
export const PROOF_MINUTES = 5;

/** In this field a form carries the password where it was asked for again. No action has to know of it. */
export const proofField = "$proof";

const downloads = /^\/api\/(clients\/[0-9a-f-]{36}\/assessments\/[0-9a-f-]{36}\/fhir|audit(\?[A-Za-z0-9=&%.-]*)?)$/;

/** The download for which somebody shows that it is them; null for any other address. */
export const downloadAsked = (asked: string | readonly string[] | undefined): string | null =>
  typeof asked === "string" && downloads.test(asked) ? asked : null;

export const provedWords = {
  asked: "Show once more that it is you: type your password below, then send it again. Nothing was changed yet.",
  refused: "Nothing was changed.",
} as const;
