import { TalkAlone } from "../../_shell/talk-alone";

/** The talk alone behind a clearance: which day, how, and whether anybody could hear. */
export function TalkAloneFields({ firstName, isNeeded }: { firstName: string; isNeeded: boolean }) {
  return (
    <fieldset className="grid gap-4">
      <legend>The talk alone with {firstName}</legend>
      <p className="text-ink-2 text-small">
        {isNeeded
          ? "A stop is released only after it."
          : "Needed for the first clearance of each of a couple, and where questions were left open."}
      </p>
      <TalkAlone firstName={firstName} />
    </fieldset>
  );
}
