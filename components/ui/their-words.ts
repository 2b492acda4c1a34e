/** For what a person wrote or is called, in whatever script: nothing here knows in which language. */
export const theirWords = { dir: "auto", lang: "" } as const;
